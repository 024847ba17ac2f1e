package dev.tandem.training.evaluation;

/** Which purchases of the held-out time a ranking has to foretell. */
public enum Target {
    /** Of items that the user had not bought before; bought ones are not ranked. */
    NEW,
    /** Of any item; every item is ranked. */
    ALL
}
