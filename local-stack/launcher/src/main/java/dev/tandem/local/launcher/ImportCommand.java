package dev.tandem.local.launcher;

import dev.tandem.local.launcher.onlineretail.ImportOnlineRetailCommand;
import picocli.CommandLine.Command;

/** {@code ./tandem import}: orders from files, a sub-command for each kind of file. */
@Command(
        name = "import",
        description = "Imports orders from files into PostgreSQL.",
        subcommands = ImportOnlineRetailCommand.class)
final class ImportCommand {}
