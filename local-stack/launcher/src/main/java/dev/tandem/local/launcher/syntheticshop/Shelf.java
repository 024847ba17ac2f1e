package dev.tandem.local.launcher.syntheticshop;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The items of one department and taste as they sell in one month. */
final class Shelf {
    private final Department department;
    private final Taste taste;
    private final List<CatalogItem> items;
    private final WeightedDraw draw;

    private Shelf(Department department, Taste taste, List<CatalogItem> items, Month month) {
        this.department = department;
        this.taste = taste;
        this.items = items;
        this.draw = new WeightedDraw(items.stream()
                .mapToDouble(item -> item.popularity() * item.season().demand(month))
                .toArray());
    }

    /** All shelves that are not empty. */
    static List<Shelf> stock(List<CatalogItem> items, Month month) {
        List<Shelf> shelves = new ArrayList<>();
        for (Department department : Department.values()) {
            for (Taste taste : Taste.values()) {
                List<CatalogItem> here = items.stream()
                        .filter(item -> item.department() == department && item.taste() == taste)
                        .toList();
                if (!here.isEmpty()) {
                    shelves.add(new Shelf(department, taste, here, month));
                }
            }
        }
        return shelves;
    }

    Department department() {
        return department;
    }

    Taste taste() {
        return taste;
    }

    /** How much is sold from it, relative to the others. */
    double weight() {
        return draw.total();
    }

    CatalogItem draw(SplittableRandom random) {
        return items.get(draw.draw(random));
    }
}
