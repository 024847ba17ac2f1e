package dev.tandem.training.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The lists of some users, for comparison between processes.
 *
 * @param lines for each user, by id, the id, the items and the scores
 */
record SampleLists(List<String> lines) {
    /** The users with smaller ids are the sample. */
    static final int USERS = 500;

    /** Ways that add up in different orders agree in so much of a score. */
    private static final double ROUNDING = 1e-4;

    SampleLists {
        lines = List.copyOf(lines);
    }

    /**
     * Puts lists in order.
     *
     * @param lists as {@link RankingWay#rank} gives them
     */
    static SampleLists of(List<Row> lists) {
        return new SampleLists(lists.stream()
                .sorted(Comparator.comparingInt(row -> row.getInt(0)))
                .map(row -> row.getInt(0) + ";" + join(row.getList(1)) + ";" + join(row.getList(2)))
                .toList());
    }

    static SampleLists read(Path file) throws IOException {
        return new SampleLists(Files.readAllLines(file));
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** The first place where another has another item, except where the scores are equal up to rounding. */
    Optional<String> difference(SampleLists other) {
        if (lines.size() != other.lines.size()) {
            return Optional.of("%d users instead of %d".formatted(other.lines.size(), lines.size()));
        }
        List<String> differences = new ArrayList<>();
        for (int user = 0; user < lines.size(); user++) {
            differ(lines.get(user).split(";", -1), other.lines.get(user).split(";", -1))
                    .ifPresent(differences::add);
        }
        return differences.stream().findFirst();
    }

    private static Optional<String> differ(String[] mine, String[] theirs) {
        String[] items = mine[1].split(",", -1);
        String[] otherItems = theirs[1].split(",", -1);
        String[] scores = mine[2].split(",", -1);
        String[] otherScores = theirs[2].split(",", -1);
        if (!mine[0].equals(theirs[0]) || items.length != otherItems.length) {
            return Optional.of("user %s has %d items, user %s has %d"
                    .formatted(mine[0], items.length, theirs[0], otherItems.length));
        }
        for (int place = 0; place < items.length; place++) {
            double score = Double.parseDouble(scores[place]);
            double gap = Math.abs(score - Double.parseDouble(otherScores[place]));
            if (gap > ROUNDING * Math.max(1, Math.abs(score))) {
                return Optional.of("user %s, place %d: %s with %s, %s with %s"
                        .formatted(
                                mine[0],
                                place + 1,
                                items[place],
                                scores[place],
                                otherItems[place],
                                otherScores[place]));
            }
        }
        return Optional.empty();
    }

    private static String join(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }
}
