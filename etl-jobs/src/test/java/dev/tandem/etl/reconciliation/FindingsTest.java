package dev.tandem.etl.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void everyVerdictCountsOnce() {
        Findings findings = new Findings(
                Map.of(
                        Verdict.UNANSWERED, 1L,
                        Verdict.UNDELIVERED, 2L,
                        Verdict.WAITING, 3L,
                        Verdict.OVERDUE, 4L,
                        Verdict.HOPELESS, 5L,
                        Verdict.UNDELIVERABLE, 6L,
                        Verdict.ACKNOWLEDGED, 7L,
                        Verdict.ACKNOWLEDGED_AFTER_ALL, 8L),
                0,
                List.of());

        assertThat(findings.answerable()).isEqualTo(36);
        assertThat(findings.offered()).isEqualTo(35);
        assertThat(findings.unacknowledged()).isEqualTo(9);
        assertThat(findings.undeliverable()).isEqualTo(11);
        assertThat(findings.acknowledged()).isEqualTo(15);
    }

    @Test
    void sumsNameTheFirstAndCountAll() {
        List<String> names =
                IntStream.range(0, 80).mapToObj(i -> "feedback-" + i).toList();
        Findings some = new Findings(Map.of(Verdict.UNANSWERED, 80L), 3, names);

        Findings sum = some.plus(some);

        assertThat(sum.count(Verdict.UNANSWERED)).isEqualTo(160);
        assertThat(sum.republished()).isEqualTo(6);
        assertThat(sum.unanswered()).hasSize(Findings.MOST_NAMED).startsWith("feedback-0");
    }
}
