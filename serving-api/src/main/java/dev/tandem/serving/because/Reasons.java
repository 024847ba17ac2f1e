package dev.tandem.serving.because;

import dev.tandem.core.foldin.Contribution;
import dev.tandem.core.foldin.FoldInItem;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.HistoryEvent.Kind;
import dev.tandem.core.foldin.UserHistory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The strongest reasons among what the items of a history add to a score. */
final class Reasons {
    static final int MAX_REASONS = 5;

    private static final int DIGITS = 4;

    private Reasons() {}

    /**
     * The reasons, the strongest first; what adds nothing, or speaks against the item, is none.
     *
     * @param contributions the greatest first
     */
    static List<Reason> of(List<Contribution> contributions, UserHistory history, FoldInModel model) {
        List<Contribution> strongest = contributions.stream()
                .filter(each -> each.score() > 0)
                .limit(MAX_REASONS)
                .toList();
        double sum = strongest.stream().mapToDouble(Contribution::score).sum();
        Set<String> bought = history.events().stream()
                .filter(event -> event.kind() == Kind.ORDER)
                .map(HistoryEvent::itemId)
                .collect(Collectors.toSet());
        List<Reason> reasons = new ArrayList<>(strongest.size());
        double soFar = 0;
        BigDecimal given = BigDecimal.ZERO;
        for (Contribution each : strongest) {
            // What is rounded is the sum so far, so that the shares add up to 1 to the last digit.
            soFar += each.score();
            BigDecimal upTo = BigDecimal.valueOf(soFar / sum).setScale(DIGITS, RoundingMode.HALF_EVEN);
            String item = each.itemId();
            reasons.add(new Reason(
                    item,
                    known(model.item(item).map(FoldInItem::name).orElse("")),
                    known(model.item(item).map(FoldInItem::category).orElse("")),
                    bought.contains(item) ? "order" : "view",
                    upTo.subtract(given)));
            given = upTo;
        }
        return reasons;
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
