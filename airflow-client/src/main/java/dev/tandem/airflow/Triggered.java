package dev.tandem.airflow;

/**
 * What became of a request for a run.
 *
 * @param run the run as it stands
 * @param isNew whether this request made it; else the same was asked for before
 */
public record Triggered(DagRun run, boolean isNew) {}
