package dev.tandem.core.recommendation;

/**
 * One place of a ranked list.
 *
 * @param itemId the item
 * @param score what the list is ordered by, greatest first; its unit is the source's own and it compares only within a list
 * @param name what the item is called
 * @param category the item's category
 */
public record RankedItem(String itemId, double score, String name, String category) {}
