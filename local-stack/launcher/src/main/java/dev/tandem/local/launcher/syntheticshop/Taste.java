package dev.tandem.local.launcher.syntheticshop;

import java.util.List;

/** What a shopper likes, whatever the category; an item shows it by a word in its name. */
@SuppressWarnings("ImmutableEnumChecker") // its collections cannot be changed
enum Taste {
    VINTAGE("Vintage", "Antique", "Victorian"),
    NAUTICAL("Nautical", "Coastal", "Harbour"),
    BOTANICAL("Botanical", "Fern", "Wildflower"),
    NORDIC("Nordic", "Minimal", "Hygge"),
    RETRO("Retro", "Diner", "Polka Dot"),
    RUSTIC("Rustic", "Farmhouse", "Orchard"),
    WHIMSICAL("Fairytale", "Circus", "Rainbow"),
    BOHEMIAN("Bohemian", "Marrakesh", "Paisley");

    private final List<String> styles;

    Taste(String... styles) {
        this.styles = List.of(styles);
    }

    List<String> styles() {
        return styles;
    }
}
