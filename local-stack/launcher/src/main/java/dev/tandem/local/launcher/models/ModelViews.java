package dev.tandem.local.launcher.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.recommendation.Promotion;
import dev.tandem.local.launcher.terminal.TextTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Models as text. */
final class ModelViews {
    private static final String NONE = "-";

    private ModelViews() {}

    /** A line for each model. */
    static List<String> list(List<Model> models, Optional<String> served) {
        TextTable table = new TextTable(
                "VERSION",
                "STATE",
                "GATE",
                "TRAINED",
                "ORDERS UNTIL",
                "USERS",
                "ITEMS",
                "NEW NDCG@10",
                "ALL NDCG@10",
                "COVERAGE");
        for (Model model : models) {
            table.add(
                    model.version(),
                    state(model, served),
                    model.verdict(),
                    shown(model.trainedAt()),
                    shown(model.eventsUntil()),
                    model.rowCounts().path("users").asText(NONE),
                    model.rowCounts().path("items").asText(NONE),
                    model.metric("new_ndcg_at_10"),
                    model.metric("all_ndcg_at_10"),
                    model.metric("new_coverage_at_10"));
        }
        return table.lines();
    }

    /** Everything about one model, and when it was promoted. */
    static List<String> show(Model model, Optional<String> served, List<Promotion> promotions) {
        TextTable table = new TextTable("version", model.version());
        table.add("state", state(model, served));
        table.add("gate", model.verdict());
        model.reasons().forEach(reason -> table.add("", reason));
        table.add("learnt from", shown(model.intervalStart()) + " to " + shown(model.intervalEnd()));
        table.add("orders until", shown(model.eventsUntil()));
        table.add("trained at", shown(model.trainedAt()) + " by code " + model.codeVersion());
        table.add("artefact", model.artefact());
        table.add("algorithm", model.algorithm());
        addAll(table, "setting", model.settings());
        addAll(table, "rows", model.rowCounts());
        addAll(table, "ms", model.timings());
        addAll(table, "metric", model.metrics());
        for (Promotion promotion : promotions) {
            if (promotion.version().equals(model.version())) {
                table.add(promotion.cause(), shown(promotion.at()));
            }
        }
        return table.lines();
    }

    /** Two models' metrics and where their settings differ. */
    static List<String> compare(Model one, Model other) {
        TextTable table = new TextTable("", one.version(), other.version(), "CHANGE");
        table.add("gate", one.verdict(), other.verdict(), "");
        table.add("algorithm", one.algorithm(), other.algorithm(), "");
        for (String name : names(one.settings(), other.settings())) {
            String first = one.settings().path(name).asText(NONE);
            String second = other.settings().path(name).asText(NONE);
            if (!first.equals(second)) {
                table.add(name, first, second, "");
            }
        }
        table.add("orders until", shown(one.eventsUntil()), shown(other.eventsUntil()), "");
        for (String name : names(one.rowCounts(), other.rowCounts())) {
            addNumbers(
                    table, name, one.rowCounts().path(name), other.rowCounts().path(name), "%,.0f");
        }
        for (String name : names(one.metrics(), other.metrics())) {
            addNumbers(table, name, one.metrics().path(name), other.metrics().path(name), "%.4f");
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (!one.intervalEnd().equals(other.intervalEnd())) {
            lines.add("They were judged by different months: differences of metrics are not theirs alone.");
        }
        return lines;
    }

    private static void addNumbers(TextTable table, String name, JsonNode one, JsonNode other, String format) {
        boolean both = one.isNumber() && other.isNumber() && one.asDouble() != 0;
        table.add(
                name,
                one.isNumber() ? String.format(Locale.ROOT, format, one.asDouble()) : NONE,
                other.isNumber() ? String.format(Locale.ROOT, format, other.asDouble()) : NONE,
                both ? String.format(Locale.ROOT, "%+.1f %%", 100 * (other.asDouble() / one.asDouble() - 1)) : "");
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void addAll(TextTable table, String what, JsonNode values) {
        values.properties()
                .forEach(value ->
                        table.add(what, value.getKey() + " " + value.getValue().asText()));
    }

    private static String state(Model model, Optional<String> served) {
        if (served.equals(Optional.of(model.version()))) {
            return "served";
        }
        return model.publishedAt().isPresent() ? "published" : "trained";
    }

    private static String shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
