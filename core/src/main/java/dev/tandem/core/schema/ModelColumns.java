package dev.tandem.core.schema;

/** The columns of what a model is trained on and of its artefact, beyond those that it shares with the tables. */
public final class ModelColumns {
    /** What an item has for everybody, its recent popularity: a float, 0 where the model blends none in. */
    public static final String BIAS = "bias";

    /** How much an item's bias counts for a user: a float. */
    public static final String BIAS_WEIGHT = "bias_weight";

    /** The vector of a user or item: an array of floats, one a component. */
    public static final String FACTORS = "factors";

    /** How much a user's own orders speak for buying an item again: a float greater than 0. */
    public static final String HISTORY = "history";

    /** The number of a user or item within one artefact, counted from 0 in the order of ids. */
    public static final String INDEX = "index";

    public static final String ITEM_INDEX = "item_index";

    /** How strongly an interaction speaks for the user's liking the item; greater than 0. */
    public static final String STRENGTH = "strength";

    public static final String USER_INDEX = "user_index";

    private ModelColumns() {}
}
