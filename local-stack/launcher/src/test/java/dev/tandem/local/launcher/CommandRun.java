package dev.tandem.local.launcher;

import dev.tandem.local.services.server.StackFolders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command, run in this process where no stack runs, printed and ended with. */
public record CommandRun(int exitCode, String out, String err) {
    /** Runs the words of a command. */
    public static CommandRun of(Path folder, List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = TandemMain.commandLine(new StackFolders(folder, folder.resolve("var")), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
