package dev.tandem.local.launcher.load;

import picocli.CommandLine.Command;

/** {@code ./tandem load}: traffic, a sub-command for each kind. */
@Command(
        name = "load",
        description = "Calls a running stack as a shop would, and says what it met with.",
        subcommands = {
            LoadFeedbackCommand.class,
            LoadLookupsCommand.class,
            LoadOrdersCommand.class,
            LoadViewsCommand.class
        })
public final class LoadCommand {}
