package dev.tandem.local.services.process;

/** The signal that asks a program to end in good order. */
public enum StopSignal {
    /** What most programs expect. */
    TERM,
    /** PostgreSQL's "do not wait for clients". */
    INT
}
