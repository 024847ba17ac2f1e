package dev.tandem.serving.ranking;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.http.QueryParameters;
import java.util.stream.Stream;

/**
 * A question for one page of a ranked list.
 *
 * @param route the path template at which it is asked
 * @param key whom or what it is about: a user, an item, a category
 * @param limit how many items at the most, 1 to {@value #MAX_LIMIT}
 * @param cursor where the page begins, as the page before said; empty for the first
 */
public record ListQuestion(TenantId tenant, String route, String key, Filters filters, int limit, String cursor) {
    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 10;

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    /** The question of a query. */
    public static ListQuestion read(TenantId tenant, String route, String key, QueryParameters query) {
        int limit = query.number(LIMIT, 1, MAX_LIMIT, DEFAULT_LIMIT);
        return new ListQuestion(
                tenant,
                route,
                key,
                Filters.read(query),
                limit,
                query.find(CURSOR).orElse(""));
    }

    /** The names of the query parameters that every question has, and those that only this one has. */
    public static String[] parameters(String... more) {
        return Stream.concat(Stream.of(LIMIT, "category", Filters.EXCLUDE, "in_stock", CURSOR), Stream.of(more))
                .toArray(String[]::new);
    }

    /** The same question with filters for lists whose items are of one category anyway. */
    public ListQuestion ofAnyCategory() {
        return new ListQuestion(tenant, route, key, filters.ofAnyCategory(), limit, cursor);
    }
}
