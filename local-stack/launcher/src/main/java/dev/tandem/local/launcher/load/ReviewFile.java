package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Real reviews, one after the other as they stand in a file, and from its beginning again where there are too few. */
record ReviewFile(List<Review> reviews) implements Reviews {
    private static final String ITEM = "Clothing ID";
    private static final String TEXT = "Review Text";
    private static final String SCORE = "Rating";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    ReviewFile {
        reviews = List.copyOf(reviews);
    }

    /**
     * Reads a CSV file with the columns {@code Clothing ID}, {@code Review Text} and {@code Rating}, gzipped if it ends so.
     *
     * @param most how many to read at the most
     * @throws TandemException of kind INPUT where it cannot be read or lacks a column
     */
    static ReviewFile read(Path file, int most) {
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
                CSVParser parser = CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), FORMAT)) {
            if (!parser.getHeaderNames().containsAll(List.of(ITEM, TEXT, SCORE))) {
                throw new TandemException(
                        FailureKind.INPUT,
                        "%s has the columns %s; needed are '%s', '%s' and '%s'"
                                .formatted(file, parser.getHeaderNames(), ITEM, TEXT, SCORE));
            }
            List<Review> reviews = new ArrayList<>();
            for (CSVRecord record : parser) {
                if (reviews.size() < most) {
                    reviews.add(review(record));
                }
            }
            if (reviews.isEmpty()) {
                throw new TandemException(FailureKind.INPUT, file + " has no reviews");
            }
            return new ReviewFile(reviews);
        } catch (IOException | UncheckedIOException e) {
            throw new TandemException(FailureKind.INPUT, "%s cannot be read: %s".formatted(file, e), e);
        }
    }

    @Override
    public Review next(int number, SplittableRandom random) {
        return reviews.get(number % reviews.size());
    }

    private static Review review(CSVRecord record) {
        String score = record.get(SCORE).strip();
        if (!score.matches("[1-5]")) {
            throw TandemException.invalid(
                    "%s of record %d".formatted(SCORE, record.getRecordNumber()), score, "1 to 5");
        }
        return new Review(record.get(ITEM).strip(), Integer.parseInt(score), record.get(TEXT));
    }
}
