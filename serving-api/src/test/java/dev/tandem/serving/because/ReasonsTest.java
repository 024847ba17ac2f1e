package dev.tandem.serving.because;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.foldin.Contribution;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.foldin.SmallModels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final FoldInModel model = SmallModels.twoTastes(new TenantId("shop"), new ModelVersion("als-1"));

    @Test
    void sharesAddUpToOneToTheLastDigit() {
        List<Reason> reasons = of(new Contribution("candle-1", 2), new Contribution("candle-2", 1));

        assertThat(reasons).extracting(Reason::share).containsExactly(decimal("0.6667"), decimal("0.3333"));
        assertThat(of(
                        new Contribution("a", 1),
                        new Contribution("b", 1),
                        new Contribution("c", 1),
                        new Contribution("d", 1e-9)))
                .extracting(Reason::share)
                .containsExactly(decimal("0.3333"), decimal("0.3334"), decimal("0.3333"), decimal("0.0000"));
    }

    @Test
    void theFiveStrongestAreListedAndShareTheWhole() {
        Contribution[] seven = IntStream.range(0, 7)
                .mapToObj(i -> new Contribution("item-" + i, 1))
                .toArray(Contribution[]::new);

        assertThat(of(seven)).hasSize(5).extracting(Reason::share).containsOnly(decimal("0.2000"));
    }

    @Test
    void whatSpeaksAgainstTheItemIsNoReason() {
        assertThat(of(new Contribution("candle-1", 1), new Contribution("lamp-1", -2)))
                .extracting(Reason::itemId)
                .containsExactly("candle-1");
        assertThat(of(new Contribution("lamp-1", -2))).isEmpty();
    }

    @Test
    void aReasonNamesTheItemAndWhatTheUserDid() {
        assertThat(of(new Contribution("candle-1", 3), new Contribution("lamp-3", 1)))
                .containsExactly(
                        new Reason("candle-1", "First candle", "Candles", "order", decimal("0.7500")),
                        new Reason("lamp-3", null, null, "view", decimal("0.2500")));
    }

    /** The reasons of a user who bought candle-1, viewed it too, and viewed lamp-3. */
    private List<Reason> of(Contribution... contributions) {
        UserHistory history = UserHistory.of(List.of(
                HistoryEvent.view("candle-1", NOON),
                HistoryEvent.order("candle-1", NOON, "order-1"),
                HistoryEvent.view("lamp-3", NOON)));
        return Reasons.of(List.of(contributions), history, model);
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }
}
