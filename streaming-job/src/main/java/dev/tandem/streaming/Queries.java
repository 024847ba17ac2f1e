package dev.tandem.streaming;

import dev.tandem.core.failure.TandemException;
import dev.tandem.streaming.criticalfeedback.CriticalFeedbackQuery;
import dev.tandem.streaming.feedback.OfferAcksQuery;
import dev.tandem.streaming.feedback.RoutineFeedbackQuery;
import dev.tandem.streaming.live.LiveRecommendationsQuery;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.registration.RegistrationsQuery;
import dev.tandem.streaming.trending.TrendingQuery;
import dev.tandem.streaming.views.ViewsQuery;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The queries there are. */
final class Queries {
    private static final String ALL = "all";

    private static final List<Query> KNOWN = List.of(
            new ViewsQuery(),
            new LiveRecommendationsQuery(),
            new TrendingQuery(),
            new RegistrationsQuery(),
            new CriticalFeedbackQuery(),
            new RoutineFeedbackQuery(),
            new OfferAcksQuery());

    private Queries() {}

    /** The queries of these names; all of them for {@code all}. */
    static List<Query> named(Set<String> names) {
        if (names.equals(Set.of(ALL))) {
            return KNOWN;
        }
        for (String name : names) {
            if (KNOWN.stream().noneMatch(query -> query.name().equals(name))) {
                throw TandemException.invalid(
                        "--queries",
                        name,
                        ALL + " alone, or some of "
                                + KNOWN.stream().map(Query::name).collect(Collectors.joining(", ")));
            }
        }
        return KNOWN.stream().filter(query -> names.contains(query.name())).toList();
    }
}
