package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFileTest {
    private static final String CSV =
            """
            ,Clothing ID,Age,Title,Review Text,Rating,Recommended IND
            0,767,33,,"Love it!
            It's 5'8"" long.",4,1
            1,1080,34,Small,,2,0
            """;

    @TempDir
    private Path folder;

    @Test
    void readsReviewsThatSpanLinesOrSayNothing() throws IOException {
        assertThat(ReviewFile.read(Files.writeString(folder.resolve("reviews.csv"), CSV), 10)
                        .reviews())
                .containsExactly(new Review("767", 4, "Love it!\nIt's 5'8\" long."), new Review("1080", 2, ""));
    }

    @Test
    void readsGzipAndNoMoreThanIsNeeded() throws IOException {
        Path file = folder.resolve("reviews.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(CSV.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ReviewFile.read(file, 1).reviews()).hasSize(1);
    }

    @Test
    void beginsAgainWhereThereAreTooFew() throws IOException {
        ReviewFile file = ReviewFile.read(Files.writeString(folder.resolve("reviews.csv"), CSV), 10);

        assertThat(file.next(2, new SplittableRandom(1))).isEqualTo(file.next(0, new SplittableRandom(2)));
    }

    @Test
    void whatIsNoFileOfReviewsIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "Clothing ID,Review Text,Rating\n7,Good,five\n");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "Clothing ID,Review Text,Rating\n");

        assertThatThrownBy(() -> ReviewFile.read(other, 1))
                .isInstanceOf(TandemException.class)
                .hasMessage(other + " has the columns [a, b]; needed are 'Clothing ID', 'Review Text' and 'Rating'");
        assertThatThrownBy(() -> ReviewFile.read(bad, 1)).hasMessage("Rating of record 1 is 'five'; allowed: 1 to 5");
        assertThatThrownBy(() -> ReviewFile.read(empty, 1)).hasMessage(empty + " has no reviews");
        assertThatThrownBy(() -> ReviewFile.read(folder.resolve("none.csv"), 1))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("none.csv cannot be read");
    }
}
