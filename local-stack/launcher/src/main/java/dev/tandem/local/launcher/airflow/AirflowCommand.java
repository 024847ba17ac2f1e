package dev.tandem.local.launcher.airflow;

import picocli.CommandLine.Command;

/** {@code ./tandem airflow}: a sub-command for each thing to do. */
@Command(
        name = "airflow",
        description = "Starts and follows DAG runs over Airflow's REST API.",
        subcommands = {TriggerCommand.class, StatusCommand.class, WaitCommand.class, ListCommand.class})
public final class AirflowCommand {}
