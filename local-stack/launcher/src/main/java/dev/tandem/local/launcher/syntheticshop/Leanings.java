package dev.tandem.local.launcher.syntheticshop;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What a shopper leans towards: mostly one taste, somewhat a second one, and a few departments. */
final class Leanings {
    private static final double FIRST_TASTE = 50;
    private static final double SECOND_TASTE = 15;
    private static final double FAVOURITE_DEPARTMENT = 6;
    private static final int FAVOURITE_DEPARTMENTS = 3;

    private final Map<Taste, Double> tastes = new EnumMap<>(Taste.class);
    private final Map<Department, Double> departments = new EnumMap<>(Department.class);

    private Leanings() {}

    static Leanings draw(SplittableRandom random) {
        Leanings leanings = new Leanings();
        leanings.tastes.put(oneOf(Taste.values(), random), SECOND_TASTE);
        leanings.tastes.put(oneOf(Taste.values(), random), FIRST_TASTE);
        for (int i = 0; i < FAVOURITE_DEPARTMENTS; i++) {
            leanings.departments.put(oneOf(Department.values(), random), FAVOURITE_DEPARTMENT);
        }
        return leanings;
    }

    /** How much more likely an item of this shelf is than one that the shopper does not care for. */
    double towards(Shelf shelf) {
        return tastes.getOrDefault(shelf.taste(), 1.0) * departments.getOrDefault(shelf.department(), 1.0);
    }

    private static <T> T oneOf(T[] choices, SplittableRandom random) {
        return choices[random.nextInt(choices.length)];
    }
}
