package dev.tandem.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.baselines.Baselines;
import dev.tandem.training.interactions.OrderLines;
import dev.tandem.training.interactions.UserEvents;
import dev.tandem.training.interactions.ViewRows;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class HoldoutTest {
    private static final DataInterval MARCH =
            new DataInterval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
    private static final TimeSplit SPLIT = TimeSplit.holdingOut(Duration.ofDays(11), MARCH);
    private static final Duration HALF_LIFE = Duration.ofDays(10);

    /** Before the 21st i1 has three buyers, i2 two and i3 one; after it u1 buys i2 again and i3, u2 buys i4. */
    private static final OrderLines LINES = OrderLines.of("shop")
            .sale("u1", "o1", "i1", "2026-03-11T00:00:00Z")
            .sale("u1", "o1", "i2", "2026-03-11T00:00:00Z")
            .sale("u2", "o2", "i1", "2026-03-12T00:00:00Z")
            .sale("u2", "o2", "i2", "2026-03-12T00:00:00Z")
            .sale("u3", "o3", "i1", "2026-03-13T00:00:00Z")
            .sale("u3", "o3", "i3", "2026-03-13T00:00:00Z")
            .sale("u1", "o4", "i2", "2026-03-21T00:00:00Z")
            .sale("u1", "o4", "i3", "2026-03-21T00:00:00Z")
            .sale("u2", "o5", "i4", "2026-03-22T00:00:00Z")
            .sale("u4", "o6", "i1", "2026-03-23T00:00:00Z")
            .calledOff("u3", "o7", "i2", "2026-03-24T00:00:00Z", "2026-03-25T00:00:00Z")
            .sale("u3", "o8", "i2", "2026-04-01T00:00:00Z");

    @Test
    void cutsTheEndOffAnInterval() {
        assertThat(SPLIT.before().end()).isEqualTo(Instant.parse("2026-03-21T00:00:00Z"));
        assertThat(SPLIT.after()).isEqualTo(new DataInterval(SPLIT.before().end(), MARCH.end()));
    }

    @Test
    void countsUsersAndItemsThatWereNotThereBefore(SparkSession spark) {
        try (Holdout holdout = Holdout.of(UserEvents.ofOrders(LINES.toDataset(spark)), SPLIT)) {
            assertThat(holdout.counts()).isEqualTo(new HoldoutCounts(3, 3, 3, 1, 4, 1, 4, 1, 1));
            assertThat(holdout.counts().judgedUsers()).isEqualTo(2);
        }
    }

    @Test
    void judgesByWhatTheSameUsersBoughtAfterTheSplit(SparkSession spark) {
        try (Holdout holdout = Holdout.of(UserEvents.ofOrders(LINES.toDataset(spark)), SPLIT)) {
            Ranker popularity = Baselines.popularity(holdout.buyers(), 3);

            Scores news = holdout.score(popularity, Target.NEW, HALF_LIFE);
            Scores all = holdout.score(popularity, Target.ALL, HALF_LIFE);

            // New to u1 is i3, which is all that is left to list; new to u2 is i4, which nobody can foretell.
            assertThat(news.users()).isEqualTo(2);
            assertThat(news.recallAt10()).isEqualTo(0.5);
            // The list is i1, i2, i3: u1 is hit at places 2 and 3.
            assertThat(all.recallAt10()).isEqualTo(0.5);
            assertThat(all.mapAt10()).isEqualTo((1 / 2.0 + 2 / 3.0) / 2 / 2);
            assertThat(all.coverageAt10()).isEqualTo(1);
        }
    }

    @Test
    void judgesUsersWhoHadOnlyViewedByWhatTheyBought(SparkSession spark) {
        UserEvents events = new UserEvents(
                LINES.toDataset(spark),
                ViewRows.none().view("u4", "i9", "2026-03-20T00:00:00Z").toDataset(spark));

        try (Holdout holdout = Holdout.of(events, SPLIT)) {
            assertThat(holdout.counts()).isEqualTo(new HoldoutCounts(4, 4, 3, 0, 4, 1, 4, 0, 1));
            // u4 buys i1, the most popular item, and is hit at place 1; the others are judged as ever.
            Scores all = holdout.score(Baselines.popularity(holdout.buyers(), 4), Target.ALL, HALF_LIFE);
            assertThat(all.users()).isEqualTo(3);
            assertThat(all.mapAt10()).isEqualTo(((1 / 2.0 + 2 / 3.0) / 2 + 1) / 3);
        }
    }

    @Test
    void showsRankersWhatTheUserHadBought(SparkSession spark) {
        try (Holdout holdout = Holdout.of(UserEvents.ofOrders(LINES.toDataset(spark)), SPLIT)) {
            Scores all = holdout.score(Baselines.ownHistory(3, 3), Target.ALL, HALF_LIFE);

            // u1's own items are i1 and i2, equally strong; i2 at place 2 is a hit, i3 is not listed.
            assertThat(all.recallAt10()).isEqualTo(0.25);
            assertThat(all.recallAt20()).isEqualTo(0.25);
        }
    }
}
