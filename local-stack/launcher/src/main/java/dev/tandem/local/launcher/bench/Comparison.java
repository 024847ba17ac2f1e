package dev.tandem.local.launcher.bench;

import dev.tandem.local.launcher.terminal.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What a benchmark found: for each way the medians over its rounds, and how they compare with the yardsticks.
 *
 * @param yardsticks the ways that the others are compared with, those that were measured
 * @param ways in the order in which they were measured first
 */
record Comparison(List<String> yardsticks, Map<String, Way> ways) {

    /**
     * One way over all rounds.
     *
     * @param seconds median time
     * @param rate median of the amount done in a second
     * @param more medians of the further numbers
     */
    record Way(int rounds, double seconds, double rate, String unit, Map<String, Double> more) {}

    static Comparison of(List<String> yardsticks, List<Measurement> measurements) {
        Map<String, List<Measurement>> byWay = new LinkedHashMap<>();
        measurements.forEach(one ->
                byWay.computeIfAbsent(one.way(), way -> new ArrayList<>()).add(one));
        Map<String, Way> ways = new LinkedHashMap<>();
        byWay.forEach((way, rounds) -> ways.put(way, summary(rounds)));
        return new Comparison(yardsticks.stream().filter(ways::containsKey).toList(), ways);
    }

    /** How many times the yardstick's rate a way reaches. */
    double ratio(String way, String yardstick) {
        return way(way).rate() / way(yardstick).rate();
    }

    /** A line for the head and one for each way; further numbers have the first yardstick's multiple beside them. */
    List<String> table() {
        SortedSet<String> further = new TreeSet<>();
        ways.values().forEach(way -> further.addAll(way.more().keySet()));
        List<String> head = new ArrayList<>(List.of("way", "rounds", "seconds", "per second"));
        yardsticks.forEach(yardstick -> head.add("× " + yardstick));
        head.addAll(further);
        TextTable table = new TextTable(head.toArray(String[]::new));
        ways.forEach((name, way) -> table.add(cells(name, way, further)));
        return table.lines();
    }

    private String[] cells(String name, Way way, Collection<String> further) {
        List<String> cells = new ArrayList<>(List.of(
                name,
                Integer.toString(way.rounds()),
                String.format(Locale.ROOT, "%.3f", way.seconds()),
                String.format(Locale.ROOT, "%,.0f %s", way.rate(), way.unit())));
        yardsticks.forEach(yardstick -> cells.add(String.format(Locale.ROOT, "%.2f", ratio(name, yardstick))));
        further.forEach(number -> cells.add(cell(way, number)));
        return cells.toArray(String[]::new);
    }

    private String cell(Way way, String number) {
        Double value = way.more().get(number);
        if (value == null) {
            return "–";
        }
        Double yardstick =
                yardsticks.isEmpty() ? null : way(yardsticks.get(0)).more().get(number);
        return yardstick == null || yardstick == 0
                ? String.format(Locale.ROOT, "%,.3f", value)
                : String.format(Locale.ROOT, "%,.3f (× %.2f)", value, value / yardstick);
    }

    /** One of the ways, or a defect that lists them. */
    Way way(String name) {
        Way way = ways.get(name);
        if (way == null) {
            throw new IllegalArgumentException("'" + name + "' was not measured; measured: " + ways.keySet());
        }
        return way;
    }

    private static Way summary(List<Measurement> rounds) {
        Map<String, Double> more = new TreeMap<>();
        rounds.get(0)
                .more()
                .keySet()
                .forEach(number ->
                        more.put(number, median(rounds, one -> one.more().getOrDefault(number, Double.NaN))));
        return new Way(
                rounds.size(),
                median(rounds, Measurement::seconds),
                median(rounds, Measurement::rate),
                rounds.get(0).unit(),
                more);
    }

    private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
