package dev.tandem.training.publication;

import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.training.topn.TopItems;
import dev.tandem.training.topn.TopNKernel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One partition's users turned into their lists, a block at a time, so that no more than a block is held in memory. */
final class RankingIterator implements Iterator<Row> {
    private static final int BLOCK = 256;
    private static final float FLOOR = 0;

    private final Iterator<Row> users;
    private final Assortment assortment;
    private final TopNKernel kernel;
    private final int rank;
    private final Queue<Row> ready = new ArrayDeque<>(BLOCK);

    /**
     * @param users user id, factors (array of float), positions in the assortment to leave out (array of int, ascending;
     *     may be null)
     */
    RankingIterator(Iterator<Row> users, Assortment assortment, int n) {
        this.users = users;
        this.assortment = assortment;
        this.kernel = new TopNKernel(assortment.factors(), n, FLOOR);
        this.rank = assortment.factors().rank();
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || users.hasNext();
    }

    @Override
    public Row next() {
        if (ready.isEmpty()) {
            rankBlock();
        }
        Row list = ready.poll();
        if (list == null) {
            throw new NoSuchElementException("No more users");
        }
        return list;
    }

    private void rankBlock() {
        List<Row> block = new ArrayList<>(BLOCK);
        while (block.size() < BLOCK && users.hasNext()) {
            block.add(users.next());
        }
        float[] factors = new float[block.size() * rank];
        List<int[]> excluded = new ArrayList<>(block.size());
        for (int user = 0; user < block.size(); user++) {
            List<Float> vector = block.get(user).getList(1);
            for (int component = 0; component < rank; component++) {
                factors[user * rank + component] = vector.get(component);
            }
            excluded.add(positions(block.get(user)));
        }
        List<TopItems> ranked = kernel.rank(factors, excluded);
        for (int user = 0; user < block.size(); user++) {
            String items = RankedItems.encode(assortment.describe(ranked.get(user)));
            ready.add(RowFactory.create(block.get(user).getString(0), items));
        }
    }

    private static int[] positions(Row user) {
        if (user.isNullAt(2)) {
            return new int[0];
        }
        return user.<Integer>getList(2).stream().mapToInt(Integer::intValue).toArray();
    }
}
