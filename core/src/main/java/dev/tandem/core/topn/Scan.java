package dev.tandem.core.topn;

/** A way of finding the items whose scores may enter the users' selections. All ways offer the same scores, bit by bit. */
interface Scan {
    /**
     * Offers to each user's selection every item that its threshold lets in, and perhaps others.
     *
     * @param users the factors of {@code selections.length} users, user by user
     */
    void scan(float[] users, Selection[] selections);
}
