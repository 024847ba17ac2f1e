package dev.tandem.serving.http;

/** What answers say about being kept by the caller. */
public final class CacheControl {
    /** For what is one person's, or may change at any moment. */
    public static final String NONE = "private, no-store";

    /** For what a shop shows to everyone and changes a few times a day; not for shared caches, which know no tenants. */
    public static final String SHORT = "private, max-age=30";

    private CacheControl() {}
}
