package dev.tandem.core.foldin;

/**
 * An item of a model.
 *
 * @param id the item
 * @param name what the item is called; empty where the catalogue does not have it
 * @param category the item's category; empty where the catalogue does not have it
 * @param isListed whether it may stand on lists; an item that is no longer in the catalogue only speaks for others
 */
public record FoldInItem(String id, String name, String category, boolean isListed) {
    /** An item of the catalogue. */
    public static FoldInItem listed(String id, String name, String category) {
        return new FoldInItem(id, name, category, true);
    }

    /** An item that the model knows and the catalogue does not. */
    public static FoldInItem unlisted(String id) {
        return new FoldInItem(id, "", "", false);
    }
}
