package dev.tandem.local.launcher.syntheticshop;

/**
 * A kind of thing that a department sells.
 *
 * @param basePrice about what one costs
 * @param isConsumable whether it is used up and bought again
 */
record Product(String name, int basePrice, boolean isConsumable) {
    static Product lasting(String name, int basePrice) {
        return new Product(name, basePrice, false);
    }

    static Product consumable(String name, int basePrice) {
        return new Product(name, basePrice, true);
    }
}
