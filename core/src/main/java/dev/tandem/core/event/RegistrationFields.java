package dev.tandem.core.event;

import static dev.tandem.core.schema.Columns.DISCOUNT;
import static dev.tandem.core.schema.Columns.DISCOUNT_KIND;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.LINE_NUMBER;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.UNIT_PRICE;
import static dev.tandem.core.schema.Columns.VALID_FROM;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of a registration on their way from what was given to its message: checked, and left out where they are missing. */
final class RegistrationFields {
    /** Further back nothing is taken for true, and PostgreSQL has no such time. */
    private static final Duration OLDEST = Duration.ofDays(36_525);

    private static final String LINES = "lines";
    private static final int MAX_NAME = 1_024;
    private static final int MAX_CATEGORY = 128;
    private static final int MAX_LINES = 1_000;
    private static final int MAX_ITEMS = 1_000;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** A factory that leaves amounts their decimals; others would make 1E+2 of 100.00. */
    private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private final EventFields given;
    private final ObjectNode message = NODES.objectNode();

    RegistrationFields(EventFields given) {
        this.given = given;
    }

    /** What was copied so far. */
    ObjectNode message() {
        return message;
    }

    RegistrationFields tenant(TenantId tenant) {
        message.put(TENANT_ID, tenant.value());
        return this;
    }

    /** Refuses what lacks the field. */
    RegistrationFields require(String field) {
        given.value(field);
        return this;
    }

    /** A string that something is made of which says itself what it takes. */
    RegistrationFields id(String field, Function<String, ?> make) {
        if (given.has(field)) {
            given.id(field, make);
            message.put(field, given.text(field));
        }
        return this;
    }

    /** A string for people. */
    RegistrationFields text(String field) {
        if (given.has(field)) {
            message.put(field, given.optionalText(field, MAX_NAME));
        }
        return this;
    }

    /** A category, which has to be there. */
    RegistrationFields category(String field) {
        require(field);
        String category = given.optionalText(field, MAX_CATEGORY);
        if (category.isEmpty() || category.equals("*")) {
            throw given.invalid(field, category, "1 to " + MAX_CATEGORY + " characters, and not '*'");
        }
        message.put(field, category);
        return this;
    }

    /** A category, where there is one. */
    RegistrationFields categoryIfGiven(String field) {
        return given.has(field) ? category(field) : this;
    }

    /** All items, each once, in place of those that there were. */
    RegistrationFields itemIds(String field) {
        if (!given.has(field)) {
            return this;
        }
        JsonNode array = given.value(field);
        if (!array.isArray()) {
            throw given.wrongType(field, array, "an array of strings");
        }
        if (array.size() > MAX_ITEMS) {
            throw given.invalid(field, "an array of " + array.size(), MAX_ITEMS + " of them at the most");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String place = "%s[%d]".formatted(field, i);
            EventFields element = EventFields.of(NODES.objectNode().set(place, array.get(i)));
            ids.add(element.id(place, ItemId::new).value());
        }
        ids.forEach(message.putArray(field)::add);
        return this;
    }

    /** A whole number. */
    RegistrationFields wholeNumber(String field, int min, int max) {
        if (given.has(field)) {
            message.put(field, given.wholeNumber(field, min, max));
        }
        return this;
    }

    /** What a coupon is worth, which has to be there. */
    RegistrationFields discount() {
        require(DISCOUNT_KIND).id(DISCOUNT_KIND, DiscountKind::of);
        boolean isPercent = DiscountKind.of(given.text(DISCOUNT_KIND)) == DiscountKind.PERCENT;
        BigDecimal discount = given.amount(DISCOUNT, 10, 2);
        if (discount.signum() == 0 || (isPercent && discount.compareTo(WHOLE) > 0)) {
            throw given.invalid(DISCOUNT, discount.toString(), isPercent ? "0.01 to 100.00" : "0.01 or more");
        }
        message.put(DISCOUNT, discount);
        return this;
    }

    /** From when until when a coupon can be used; either may be ahead. */
    RegistrationFields validity(Instant receivedAt) {
        Optional<Instant> from = anyTime(VALID_FROM, receivedAt);
        Optional<Instant> until = anyTime(VALID_UNTIL, receivedAt);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw given.invalid(
                    VALID_UNTIL, until.get().toString(), "a time after %s, %s".formatted(VALID_FROM, from.get()));
        }
        return this;
    }

    private Optional<Instant> anyTime(String field, Instant receivedAt) {
        Optional<Instant> time = given.time(field);
        time.ifPresent(at -> {
            if (Duration.between(receivedAt, at).abs().compareTo(OLDEST) > 0) {
                throw given.invalid(field, at.toString(), "a time less than %d days away".formatted(OLDEST.toDays()));
            }
            message.put(field, at.toString());
        });
        return time;
    }

    /** A time that is not ahead. */
    RegistrationFields time(String field, Instant receivedAt) {
        if (given.has(field)) {
            message.put(field, given.time(field, receivedAt, OLDEST).toString());
        }
        return this;
    }

    /** An amount of money. */
    RegistrationFields amount(String field, int wholeDigits, int decimals) {
        if (given.has(field)) {
            message.put(field, given.amount(field, wholeDigits, decimals));
        }
        return this;
    }

    /** Whether something is so. */
    RegistrationFields flag(String field) {
        if (given.has(field)) {
            message.put(field, given.flag(field));
        }
        return this;
    }

    /** A JSON object of the shop's own making. */
    RegistrationFields attributes(String field) {
        if (given.has(field)) {
            given.inner(field);
            JsonNode attributes = given.value(field);
            new StorableJson(given, field).check(attributes);
            message.set(field, attributes);
        }
        return this;
    }

    /** All lines of an order; one without a number has that of its place. */
    RegistrationFields lines() {
        List<EventFields> lines = given.elements(LINES, MAX_LINES);
        ArrayNode copies = message.putArray(LINES);
        Set<Integer> numbers = new HashSet<>();
        for (EventFields line : lines) {
            int number = line.has(LINE_NUMBER) ? line.count(LINE_NUMBER) : copies.size() + 1;
            if (!numbers.add(number)) {
                throw line.invalid(
                        LINE_NUMBER, Integer.toString(number), "a number that no other line of the order has");
            }
            RegistrationFields copy =
                    new RegistrationFields(line).require(ITEM_ID).id(ITEM_ID, ItemId::new);
            copy.message.put(LINE_NUMBER, number).put(QUANTITY, line.count(QUANTITY));
            copies.add(copy.amount(UNIT_PRICE, 8, 4).message);
        }
        return this;
    }
}
