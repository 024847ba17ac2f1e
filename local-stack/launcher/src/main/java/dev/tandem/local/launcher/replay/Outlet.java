package dev.tandem.local.launcher.replay;

/** Where refused events go. */
interface Outlet extends AutoCloseable {
    void take(RefusedEvent event) throws InterruptedException;

    /** Returns once all that was taken is safe where it went. */
    void settle() throws InterruptedException;

    @Override
    void close();
}
