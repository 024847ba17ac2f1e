package dev.tandem.local.launcher.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a stack, for commands whose other options are by default what that stack runs with. */
public final class StackChoice {
    @Option(names = StackOptions.VAR_DIR, description = StackOptions.VAR_DIR_MEANING)
    @SuppressWarnings("UnusedVariable") // the launcher has to know it before it reads the options
    private @Nullable Path varDir;
}
