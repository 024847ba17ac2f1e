package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.BUY_AGAIN_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_WITH_PURCHASED_BY_USER;

import dev.tandem.core.topn.TopItems;
import dev.tandem.core.topn.TopNKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The three lists of each user of a block. One pass of the kernel makes two of them: what was never bought has no history,
 * so that the best of all items are among the best of the new ones and the ones bought.
 */
final class UserRanking implements Function<List<Row>, List<Row>> {
    private static final float FLOOR = 0;

    private final Assortment assortment;
    private final TopNKernel kernel;
    private final float historyWeight;
    private final int n;

    UserRanking(Assortment assortment, float historyWeight, int n) {
        this.assortment = assortment;
        this.kernel = new TopNKernel(assortment.factors(), n, FLOOR);
        this.historyWeight = historyWeight;
        this.n = n;
    }

    /**
     * Ranks.
     *
     * @param users user id, factors (array of float), bias weight, and what was bought: an array, ascending, of structs of
     *     the index in the assortment and the history; may be null
     * @return three rows a user: table, user id, items as they are stored
     */
    @Override
    public List<Row> apply(List<Row> users) {
        int rank = assortment.factors().rank();
        float[] vectors = new float[users.size() * rank];
        List<int[]> bought = new ArrayList<>(users.size());
        for (int user = 0; user < users.size(); user++) {
            Assortment.fill(
                    vectors,
                    user * rank,
                    users.get(user).getList(1),
                    users.get(user).getFloat(2));
            bought.add(bought(users.get(user)).stream()
                    .mapToInt(item -> item.getInt(0))
                    .toArray());
        }
        List<TopItems> fresh = kernel.rank(vectors, bought);
        List<Row> lists = new ArrayList<>(3 * users.size());
        for (int user = 0; user < users.size(); user++) {
            addLists(lists, users.get(user), vectors, user * rank, fresh.get(user));
        }
        return lists;
    }

    private void addLists(List<Row> lists, Row user, float[] vectors, int first, TopItems fresh) {
        List<Row> bought = bought(user);
        int[] items = new int[bought.size()];
        float[] scores = new float[bought.size()];
        float[] histories = new float[bought.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = bought.get(i).getInt(0);
            histories[i] = bought.get(i).getFloat(1);
            scores[i] = assortment.factors().score(vectors, first, items[i]) + historyWeight * histories[i];
        }
        String userId = user.getString(0);
        lists.add(list(RECOMMENDATIONS_BY_USER.name(), userId, fresh));
        lists.add(list(RECOMMENDATIONS_WITH_PURCHASED_BY_USER.name(), userId, fresh.with(items, scores, n, FLOOR)));
        lists.add(list(BUY_AGAIN_BY_USER.name(), userId, TopItems.NONE.with(items, histories, n, FLOOR)));
    }

    private Row list(String table, String userId, TopItems top) {
        return RowFactory.create(table, userId, assortment.encode(top));
    }

    private static List<Row> bought(Row user) {
        return user.isNullAt(3) ? List.of() : user.getList(3);
    }
}
