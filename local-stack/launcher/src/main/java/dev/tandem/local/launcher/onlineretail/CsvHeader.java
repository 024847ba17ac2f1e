package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.Shown;
import dev.tandem.core.failure.TandemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where each column stands in a file.
 *
 * @param size number of columns, foreign ones included
 */
record CsvHeader(Map<RowColumn, Integer> positions, int size) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    CsvHeader {
        positions = Map.copyOf(positions);
    }

    /**
     * Reads the first line of a file.
     *
     * @throws TandemException of kind INPUT that names the columns which are missing
     */
    static CsvHeader parse(String file, String line) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        List<String> names = CsvLine.fields(text).stream().map(String::strip).toList();
        Map<RowColumn, Integer> positions = new EnumMap<>(RowColumn.class);
        for (RowColumn column : RowColumn.values()) {
            for (int i = names.size() - 1; i >= 0; i--) {
                if (names.get(i).equalsIgnoreCase(column.header())) {
                    positions.put(column, i);
                }
            }
        }
        List<String> missing = RowColumn.headers().stream()
                .filter(header -> names.stream().noneMatch(header::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            throw new TandemException(
                    FailureKind.INPUT,
                    "%s is no Online Retail CSV: its first line is '%s' and lacks the columns %s. Expected: %s"
                            .formatted(
                                    file,
                                    Shown.of(text),
                                    String.join(", ", missing),
                                    String.join(",", RowColumn.headers())));
        }
        return new CsvHeader(positions, names.size());
    }

    int position(RowColumn column) {
        return positions.getOrDefault(column, 0);
    }
}
