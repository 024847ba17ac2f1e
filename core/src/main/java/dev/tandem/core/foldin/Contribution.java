package dev.tandem.core.foldin;

/**
 * What an item of a user's history adds to the score of another item.
 *
 * @param itemId the item of the history
 * @param score its part of the score without popularity; the parts of all items of the history add up to that, and some may
 *     be negative
 */
public record Contribution(String itemId, double score) {}
