package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.shop.ItemId;
import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Everything that the shop sells, and the draw of one item by a shopper. */
final class Catalog {
    /*
     * Popularity follows a Zipf-Mandelbrot law over the items in random order: weight = (rank + SHIFT) ^ -EXPONENT. The
     * shift keeps the first few items from taking everything.
     */
    private static final double EXPONENT = 0.85;
    private static final int SHIFT = 12;
    private static final double SHARE_SEASONAL = 0.12;
    private static final double SHARE_OUT_OF_STOCK = 0.03;
    private static final int NAMES_TO_TRY = 20;
    private static final List<Taste> TASTES = List.of(Taste.values());
    private static final List<Season> SEASONS = Stream.of(Season.values())
            .filter(season -> season != Season.ALL_YEAR)
            .toList();

    private final List<CatalogItem> items;
    private final Map<Month, List<Shelf>> shelvesByMonth = new EnumMap<>(Month.class);

    private Catalog(List<CatalogItem> items) {
        this.items = items;
        for (Month month : Month.values()) {
            shelvesByMonth.put(month, Shelf.stock(items, month));
        }
    }

    static Catalog create(int size, int categories, SplittableRandom random) {
        List<Department> departments = List.of(Department.values()).subList(0, categories);
        int[] ranks = shuffled(size, random);
        Set<String> names = new HashSet<>();
        List<CatalogItem> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(item(i + 1, ranks[i], oneOf(departments, random), names, random));
        }
        return new Catalog(items);
    }

    List<CatalogItem> items() {
        return items;
    }

    /** The item that a shopper with these leanings takes in a month. */
    CatalogItem draw(Leanings leanings, Month month, SplittableRandom random) {
        List<Shelf> shelves = shelvesByMonth.getOrDefault(month, List.of());
        double[] weights = new double[shelves.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = shelves.get(i).weight() * leanings.towards(shelves.get(i));
        }
        return shelves.get(new WeightedDraw(weights).draw(random)).draw(random);
    }

    private static CatalogItem item(
            int number, int rank, Department department, Set<String> names, SplittableRandom random) {
        Taste taste = oneOf(TASTES, random);
        Season season = random.nextDouble() < SHARE_SEASONAL ? oneOf(SEASONS, random) : Season.ALL_YEAR;
        Product product = oneOf(department.products(), random);
        String name = name(season, taste, department, product, random);
        for (int tries = 1; names.contains(name) && tries < NAMES_TO_TRY; tries++) {
            product = oneOf(department.products(), random);
            name = name(season, taste, department, product, random);
        }
        if (!names.add(name)) {
            name = name + " No. " + number;
        }
        return new CatalogItem(
                new ItemId("product-" + number),
                name,
                department,
                taste,
                season,
                product.isConsumable(),
                price(product, random),
                random.nextDouble() >= SHARE_OUT_OF_STOCK,
                Math.pow(rank + SHIFT, -EXPONENT));
    }

    private static String name(
            Season season, Taste taste, Department department, Product product, SplittableRandom random) {
        String style = oneOf(taste.styles(), random);
        return season.prefix() + style + " " + oneOf(department.materials(), random) + " " + product.name();
    }

    /** Between two thirds and four thirds of the base price, ending on 45 or 95. */
    private static BigDecimal price(Product product, SplittableRandom random) {
        double wished = product.basePrice() * (2 + 2 * random.nextDouble()) / 3;
        return BigDecimal.valueOf(Math.max(1, Math.round(wished * 2)) * 50 - 5, 2);
    }

    private static <T> T oneOf(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
