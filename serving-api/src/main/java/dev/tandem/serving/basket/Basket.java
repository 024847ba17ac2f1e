package dev.tandem.serving.basket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.shop.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody without a name put into a basket and viewed, at most {@value #MAX_ITEMS} items of each.
 *
 * @param items in the basket, none twice
 * @param viewed none twice
 */
record Basket(List<String> items, List<String> viewed) {
    static final String ITEMS = "items";
    static final String VIEWED = "viewed";

    private static final int MAX_ITEMS = 100;

    // What is in a basket is of now, so its age is none, and the same basket has the same list of one model at any
    // time.
    static final Instant NOW = Instant.EPOCH;

    Basket {
        items = List.copyOf(items);
        viewed = List.copyOf(viewed);
    }

    /** The basket of a request's body; a field that is not there is empty. */
    static Basket read(JsonNode body) {
        return new Basket(ids(body, ITEMS), ids(body, VIEWED));
    }

    /** The basket as an order of now, and what was viewed as views of now. */
    UserHistory history() {
        List<HistoryEvent> events = new ArrayList<>(items.size() + viewed.size());
        items.forEach(item -> events.add(HistoryEvent.order(item, NOW, "basket")));
        viewed.forEach(item -> events.add(HistoryEvent.view(item, NOW)));
        return UserHistory.of(events);
    }

    /** The items that a model does not know, in the order given. */
    List<String> unknownTo(FoldInModel model) {
        return all().filter(item -> !model.knows(item)).distinct().toList();
    }

    Stream<String> all() {
        return Stream.concat(items.stream(), viewed.stream());
    }

    /** A text that two baskets share only if the same was put into them and viewed, in whatever order. */
    String canonical() {
        return String.join("\n", items.stream().sorted().toList())
                + "\n\n"
                + String.join("\n", viewed.stream().sorted().toList());
    }

    private static List<String> ids(JsonNode body, String field) {
        JsonNode given = body.path(field);
        if (given.isMissingNode()) {
            return List.of();
        }
        if (!given.isArray() || given.size() > MAX_ITEMS) {
            throw TandemException.invalid(
                    field,
                    given.isArray() ? given.size() + " items" : given.toString(),
                    "an array of at most " + MAX_ITEMS + " item ids");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (int place = 0; place < given.size(); place++) {
            ids.add(id(given.path(place), field + "[" + place + "]"));
        }
        return List.copyOf(ids);
    }

    private static String id(JsonNode given, String field) {
        if (!given.isTextual()) {
            throw TandemException.invalid(field, given.toString(), "an item id, which is a string");
        }
        try {
            return new ItemId(given.textValue()).value();
        } catch (TandemException e) {
            throw TandemException.invalid(
                    field, given.textValue(), String.valueOf(e.details().get("allowed")));
        }
    }
}
