package dev.tandem.local.launcher.onlineretail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * One line of a CSV file. In these files a row is a line, so each is parsed by itself: a quote that is never closed costs
 * its own row and not everything behind it.
 */
final class CsvLine {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private CsvLine() {}

    /** The fields, or an empty list where the line is no CSV. A line without quotes, as most are, needs no parser. */
    static List<String> fields(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
            return parser.getRecords().get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
