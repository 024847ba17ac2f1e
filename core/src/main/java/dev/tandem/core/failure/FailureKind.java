package dev.tandem.core.failure;

/** What went wrong, as seen by those who must react: the exit code for an orchestrator, the status for an HTTP caller. */
public enum FailureKind {
    /** A defect of Tandem itself. */
    INTERNAL(1, 500),
    /** A setting is missing, unknown or contradicts another. */
    CONFIGURATION(2, 500),
    /** Data or a request that cannot be used as given. */
    INPUT(3, 400),
    /** A model is not good enough; the current one stays. */
    QUALITY_GATE(4, 500),
    /** A store, broker or server does not answer. */
    DEPENDENCY(5, 503);

    private final int exitCode;
    private final int httpStatus;

    FailureKind(int exitCode, int httpStatus) {
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    /** The exit code of a process that ends for this reason; 0 is success. */
    public int exitCode() {
        return exitCode;
    }

    /** The HTTP status of an answer that fails for this reason. */
    public int httpStatus() {
        return httpStatus;
    }
}
