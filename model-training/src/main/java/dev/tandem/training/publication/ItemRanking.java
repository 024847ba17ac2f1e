package dev.tandem.training.publication;

import dev.tandem.core.topn.TopItems;
import dev.tandem.training.related.SimilarItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The two lists of each item of a block. */
final class ItemRanking implements Function<List<Row>, List<Row>> {
    private static final float FLOOR = 0;

    private final Assortment assortment;
    private final SimilarItems.Ranking similar;
    private final int n;

    ItemRanking(Assortment assortment, SimilarItems similar, int n) {
        this.assortment = assortment;
        this.similar = similar.ranking(n);
        this.n = n;
    }

    /**
     * Ranks.
     *
     * @param items index, neighbours by co-purchase, and by common orders: arrays of structs of an index and a score,
     *     which may be null
     * @return two rows an item: table, item id, items as they are stored
     */
    @Override
    public List<Row> apply(List<Row> items) {
        List<TopItems> similarItems = similar.rank(items.stream()
                .map(row -> new SimilarItems.Item(row.getInt(0), coPurchases(row)))
                .toList());
        List<Row> lists = new ArrayList<>(2 * items.size());
        for (int i = 0; i < items.size(); i++) {
            Row row = items.get(i);
            lists.add(list(ItemLists.TABLES.get(0).name(), row, similarItems.get(i)));
            lists.add(list(ItemLists.TABLES.get(1).name(), row, boughtTogether(row)));
        }
        return lists;
    }

    private Row list(String table, Row item, TopItems top) {
        return RowFactory.create(table, assortment.itemId(item.getInt(0)), assortment.encode(top));
    }

    private static Map<Integer, Float> coPurchases(Row row) {
        return neighbours(row, 1).stream()
                .collect(Collectors.toMap(neighbour -> neighbour.getInt(0), neighbour -> neighbour.getFloat(1)));
    }

    private TopItems boughtTogether(Row row) {
        List<Row> neighbours = neighbours(row, 2);
        int[] others = new int[neighbours.size()];
        float[] scores = new float[neighbours.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = neighbours.get(i).getInt(0);
            scores[i] = neighbours.get(i).getFloat(1);
        }
        return TopItems.NONE.with(others, scores, n, FLOOR);
    }

    private static List<Row> neighbours(Row row, int column) {
        return row.isNullAt(column) ? List.of() : row.getList(column);
    }
}
