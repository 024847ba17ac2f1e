package dev.tandem.streaming.criticalfeedback;

/**
 * In how many tasks a batch is read: in one where the batch before it was small, since a task costs more than the few records
 * that it would take off another. How many records a batch has shows only when it is read. For one thread.
 */
final class FewTasks {
    private static final int FEW = 64;

    private int last;

    /** How many tasks the next batch has. */
    int of(int most) {
        return last > FEW ? most : 1;
    }

    /** Takes note of how much a batch had. */
    void did(int records) {
        last = records;
    }
}
