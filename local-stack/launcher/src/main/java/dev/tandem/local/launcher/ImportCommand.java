package dev.tandem.local.launcher;

import dev.tandem.local.launcher.onlineretail.ImportOnlineRetailCommand;
import dev.tandem.local.launcher.syntheticshop.ImportSyntheticCommand;
import picocli.CommandLine.Command;

/** {@code ./tandem import}: a shop's orders, a sub-command for each place that they come from. */
@Command(
        name = "import",
        description = "Imports a shop's orders into PostgreSQL.",
        subcommands = {ImportOnlineRetailCommand.class, ImportSyntheticCommand.class})
final class ImportCommand {}
