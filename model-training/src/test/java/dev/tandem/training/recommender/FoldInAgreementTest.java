package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.foldin.FoldIn;
import dev.tandem.core.foldin.FoldInItem;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.interactions.OrderLines;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.interactions.UserEvents;
import dev.tandem.training.interactions.ViewRows;
import dev.tandem.training.solver.Factors;
import dev.tandem.training.solver.SolverSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A user's vector is the same whether the batch solves it or a history is folded in. */
@ExtendWith(SparkExtension.class)
class FoldInAgreementTest {
    private static final DataInterval MARCH =
            new DataInterval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
    private static final BlendSettings BLEND = new BlendSettings(0.06, Duration.ofDays(14), 0.1, Duration.ofDays(720));
    /** Of the users' vectors of {@link #orders}, as they were when there were no views to learn from. */
    private static final int BITS = -1_718_299_050;

    private static final int USERS = 12;
    private static final int ITEMS = 9;

    @TempDir
    private Path checkpoints = Path.of("");

    @Test
    void ofTandemsSolverToTheLastBit(SparkSession spark) {
        RecommenderSettings settings = new RecommenderSettings(
                new IalsSettings(new SolverSettings(8, 0.005, 1, 0.25, 5, 42)), Duration.ofDays(60), 0.2, BLEND);

        assertThat(greatestDifference(spark, settings)).isZero();
    }

    @Test
    void ofMllibsSolverToThePrecisionOfAFloat(SparkSession spark) {
        RecommenderSettings settings =
                new RecommenderSettings(new AlsSettings(8, 0.3, 4, 5, 42, 2), Duration.ofDays(60), 0.2, BLEND);

        assertThat(greatestDifference(spark, settings)).isLessThan(1e-6);
    }

    @Test
    void isOfOrdersAloneWhatItWasBeforeViewsCounted(SparkSession spark) {
        IalsSettings settings = new IalsSettings(new SolverSettings(8, 0.005, 1, 0.25, 5, 42));
        UserEvents orders = UserEvents.ofOrders(orders().toDataset(spark));

        try (TrainingSet training = TrainingSet.of(orders, MARCH)) {
            Factors factors = settings.fit(
                    training,
                    new RecommenderSettings(settings, Duration.ofDays(60), 0.2, BLEND).weights(),
                    checkpoints.toUri());

            int bits = 1;
            for (int user = 0; user < USERS; user++) {
                for (int c = 0; c < factors.users().rank(); c++) {
                    bits = 31 * bits + Float.floatToIntBits(factors.users().value(user, c));
                }
            }
            assertThat(bits).isEqualTo(BITS);
        }
    }

    /** The greatest difference of a component of a user's vector, bias weight included, as a share of the vector's length. */
    private double greatestDifference(SparkSession spark, RecommenderSettings settings) {
        try (TrainingSet training = TrainingSet.of(
                new UserEvents(withReturns(orders()).toDataset(spark), views().toDataset(spark)), MARCH)) {
            Recommender batch = Recommender.of(
                    settings.factors().fit(training, settings.weights(), checkpoints.toUri()),
                    training,
                    settings.blend());
            FactorMatrix users = batch.factors().users().with(batch.biasWeights());
            FoldIn foldIn = new FoldIn(model(settings, training, batch));
            double greatest = 0;
            for (Map.Entry<String, Integer> user : indices(training).entrySet()) {
                float[] vector =
                        foldIn.vector(history(user.getKey()), MARCH.end()).orElseThrow();
                for (int c = 0; c < vector.length; c++) {
                    double difference = Math.abs(vector[c] - users.value(user.getValue(), c));
                    greatest = Math.max(greatest, difference / users.length(user.getValue()));
                }
            }
            assertThat(users.rows()).isEqualTo(USERS + 1);
            return greatest;
        }
    }

    private static FoldInModel model(RecommenderSettings settings, TrainingSet training, Recommender batch) {
        List<FoldInItem> items = training.items().orderBy("index").collectAsList().stream()
                .map(row -> FoldInItem.unlisted(row.getString(0)))
                .toList();
        FoldInModel model = new FoldInModel(
                new TenantId("shop"),
                new ModelVersion("v1"),
                MARCH.end(),
                settings.foldIn(),
                items,
                batch.factors().items(),
                batch.bias());
        return FoldInModel.decode(model.encode());
    }

    private static Map<String, Integer> indices(TrainingSet training) {
        Map<String, Integer> indices = new HashMap<>();
        training.users().collectAsList().forEach(row -> indices.put(row.getString(0), row.getInt(1)));
        return indices;
    }

    /** Half of all users and items, each at another time. */
    private static OrderLines orders() {
        OrderLines lines = OrderLines.of("shop");
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (isBought(user, item)) {
                    lines = lines.sale("u" + user, order(user, item), "i" + item, time(user, item));
                }
            }
        }
        return lines;
    }

    /** User 3 gave item 1 back, which nobody else needs to have done. */
    private static OrderLines withReturns(OrderLines lines) {
        return lines.sale("u3", "o-returned", "i0", "2026-03-29T00:00:00Z")
                .givenBack("u3", "o-return", "i0", "2026-03-30T00:00:00Z");
    }

    /** Everybody looked at something, and one who bought nothing at an item that nobody bought. */
    private static ViewRows views() {
        ViewRows views = ViewRows.none()
                .view("viewer", "unsold", "2026-03-30T12:00:00Z")
                .view("viewer", "i2", "2026-03-30T12:00:01Z");
        for (int user = 0; user < USERS; user++) {
            for (int view = 0; view <= user; view++) {
                views = views.view("u" + user, "i" + user % ITEMS, "2026-03-20T00:%02d:00Z".formatted(view));
            }
        }
        return views;
    }

    /** The same as the tables of one user show it. */
    private static UserHistory history(String user) {
        List<OrderLine> lines = new ArrayList<>();
        List<HistoryEvent> views = new ArrayList<>();
        if (user.equals("viewer")) {
            views.add(HistoryEvent.view("unsold", Instant.parse("2026-03-30T12:00:00Z")));
            views.add(HistoryEvent.view("i2", Instant.parse("2026-03-30T12:00:01Z")));
        } else {
            int number = Integer.parseInt(user.substring(1));
            for (int item = 0; item < ITEMS; item++) {
                if (isBought(number, item)) {
                    lines.add(line(order(number, item), "i" + item, time(number, item), OrderKind.SALE));
                }
            }
            for (int view = 0; view <= number; view++) {
                views.add(HistoryEvent.view(
                        "i" + number % ITEMS, Instant.parse("2026-03-20T00:%02d:00Z".formatted(view))));
            }
            if (number == 3) {
                lines.add(line("o-returned", "i0", "2026-03-29T00:00:00Z", OrderKind.SALE));
                lines.add(line("o-return", "i0", "2026-03-30T00:00:00Z", OrderKind.CANCELLATION));
            }
        }
        return UserHistory.of(lines, views, Map.of(), MARCH.end());
    }

    private static OrderLine line(String order, String item, String orderedAt, OrderKind kind) {
        return new OrderLine(order, item, 1, Instant.parse(orderedAt), kind, null);
    }

    private static boolean isBought(int user, int item) {
        return (user * 7 + item * 3) % 4 < 2;
    }

    private static String order(int user, int item) {
        return "o" + user + "-" + item;
    }

    private static String time(int user, int item) {
        return "2026-03-%02dT07:11:13Z".formatted(1 + (user * 5 + item) % 28);
    }
}
