package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.launcher.load.StoredLists.StoredList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LookupJudgementTest {
    private static final int LIMIT = 2;
    private static final Lookup BEST_SELLERS = Lookups.answered(200, "{\"source\":\"best_sellers\",\"items\":[]}");
    private static final Lookup OUTAGE = Lookups.answered(503, "{\"error\":{\"code\":\"unavailable\"}}");
    private static final Map<String, StoredList> STORED =
            Map.of("als-1", Lookups.stored("als-1", "a", "b"), "als-2", Lookups.stored("als-2", "c", "b"));

    private final ModelSwitches switches = new ModelSwitches();

    private LookupJudgement judge(Lookup... lookups) {
        return judge(false, List.of(lookups));
    }

    private LookupJudgement judgeThroughOutage(Lookup... lookups) {
        return judge(true, List.of(lookups));
    }

    private LookupJudgement judge(boolean throughOutage, List<Lookup> lookups) {
        return LookupJudgement.of(
                lookups, LIMIT, throughOutage, switches, (version, user) -> Optional.ofNullable(STORED.get(version)));
    }

    @Test
    void wholeAnswersInTimeAreWell() {
        LookupJudgement judgement =
                judge(Lookups.fromModel("als-1", "a", "b"), Lookups.fromModel("als-1", "a", "b"), BEST_SELLERS);

        assertThat(judgement.isWell()).isTrue();
        assertThat(judgement.lines())
                .containsExactly(
                        "well: 3 lookups, 1 different answers held against the store;" + " 0 failed, 0 mixed, 0 stale");
    }

    @Test
    void eachKindOfWrongIsCountedAndShown() {
        switches.active(Duration.ZERO, "als-1");
        switches.active(Duration.ofSeconds(10), "als-2");

        LookupJudgement judgement = judge(
                Lookups.unanswered(),
                Lookups.answered(500, "{}"),
                Lookups.fromModel("als-1", "c", "b"),
                Lookups.dueAt(14, Lookups.fromModel("als-1", "a", "b")),
                Lookups.dueAt(16, Lookups.fromModel("als-1", "a", "b")));

        assertThat(judgement.isWell()).isFalse();
        assertThat(judgement.lines()).hasSize(5);
        assertThat(judgement.lines().get(0))
                .isEqualTo("failed: user anna, due after 0.00 s, took 0.00 s, status 0, version ");
        assertThat(judgement.lines().get(1)).contains("failed", "status 500");
        assertThat(judgement.lines().get(2)).startsWith("mixed: the answer for user anna says it is from als-1");
        assertThat(judgement.lines().get(3))
                .startsWith("stale: user anna, due after 16.00 s")
                .endsWith("als-1");
        assertThat(judgement.lines().get(4))
                .isEqualTo("NOT WELL: 5 lookups, 2 different answers held against the"
                        + " store; 2 failed, 1 mixed, 1 stale");
    }

    @Test
    void manyOfOneKindDoNotHideTheOthers() {
        List<Lookup> lookups = new ArrayList<>(Collections.nCopies(1_000, Lookups.unanswered()));
        lookups.add(Lookups.fromModel("als-3", "a", "b"));

        List<String> lines = judge(false, lookups).lines();

        assertThat(lines).hasSize(5 + 1 + 1).anyMatch(line -> line.startsWith("mixed"));
        assertThat(lines.get(6)).contains("1,001 lookups", "1,000 failed, 1 mixed");
    }

    @Nested
    class AnAnswerHasFailed {
        @Test
        void whereItTookLongerThanFiveSeconds() {
            assertThat(judge(Lookups.taking(Duration.ofSeconds(5), BEST_SELLERS))
                            .failed())
                    .isEmpty();
            assertThat(judge(Lookups.taking(Duration.ofMillis(5_001), BEST_SELLERS))
                            .failed())
                    .hasSize(1);
        }

        @Test
        void whereItIsNoList() {
            assertThat(judge(Lookups.answered(200, "{}"), Lookups.answered(200, "\"<html>\""))
                            .failed())
                    .hasSize(2);
        }

        @Test
        void whereTheStoreIsOutAndNobodyExpectsIt() {
            assertThat(judge(OUTAGE).failed()).hasSize(1);
        }
    }

    @Nested
    class ThroughAnOutage {
        @Test
        void answersBeforeWhileAndAfterAreWell() {
            LookupJudgement judgement = judgeThroughOutage(
                    Lookups.dueAt(1, Lookups.fromModel("als-1", "a", "b")),
                    Lookups.dueAt(2, OUTAGE),
                    Lookups.dueAt(3, Lookups.fromModel("als-1", "a", "b")));

            assertThat(judgement.isWell()).isTrue();
        }

        @Test
        void anAnswerThatHangsHasFailed() {
            assertThat(judgeThroughOutage(Lookups.taking(Duration.ofSeconds(6), OUTAGE))
                            .failed())
                    .hasSize(1);
        }

        @Test
        void everyOtherStatusHasFailed() {
            assertThat(judgeThroughOutage(Lookups.unanswered(), Lookups.answered(500, "{}"))
                            .failed())
                    .hasSize(2);
        }
    }
}
