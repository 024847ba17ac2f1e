package dev.tandem.local.launcher.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are imported, and those that are refused. */
class OnlineRetailFileTest {
    private static final String ROW = "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,France";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsAPlainAndAGzippedFileAlike() throws IOException {
        Path plain = OnlineRetailFiles.plain(folder, "orders.csv", ROW, "", ROW);
        Path gzipped = OnlineRetailFiles.gzipped(folder, "orders.csv.gz", ROW, "", ROW);

        assertThat(rows(plain)).containsExactly("2 " + ROW, "4 " + ROW);
        assertThat(rows(gzipped)).isEqualTo(rows(plain));
        assertThat(OnlineRetailFile.inspect(gzipped).lines()).isEqualTo(4);
    }

    @Test
    void readsAFileWithByteOrderMarkWindowsLineEndsAndColumnsInAnotherOrder() throws IOException {
        Path file = Files.writeString(
                folder.resolve("orders.csv"),
                "\uFEFFCountry,InvoiceNo,StockCode,Quantity,Description,InvoiceDate,UnitPrice,CustomerID\r\nSpain\r\n");

        OnlineRetailFile inspected = OnlineRetailFile.inspect(file);

        assertThat(inspected.header().position(RowColumn.COUNTRY)).isZero();
        assertThat(inspected.header().position(RowColumn.DESCRIPTION)).isEqualTo(4);
        assertThat(rows(file)).containsExactly("2 Spain");
    }

    @Test
    void readsTheEncodingInWhichTheDataWereFirstPublished() throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.write(file, OnlineRetailFiles.csv("Voucher £20").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rows(file)).containsExactly("2 Voucher £20");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused(folder.resolve("none.csv"), "none.csv is no file that can be read.");
    }

    @Test
    void refusesAFolder() {
        assertRefused(folder, "is no file that can be read.");
    }

    @Test
    void namesTheColumnsThatAreMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "InvoiceNo,StockCode,Quantity\n1,2,3\n");

        assertRefused(file, "lacks the columns Description, InvoiceDate, UnitPrice, CustomerID, Country. Expected: ");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.csv")), "its first line is '' and lacks the columns");
    }

    @Test
    void refusesAFileWithoutLines() throws IOException {
        Path file = Files.writeString(folder.resolve("one-line.csv"), "x".repeat(100_000));

        assertRefused(file, "is no CSV: line 1 has more than 65536 characters.");
    }

    @Test
    void refusesAnArchiveThatWasCutOff() throws IOException {
        Path whole = OnlineRetailFiles.gzipped(folder, "whole.csv.gz", ROW, ROW);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.csv.gz"), Arrays.copyOf(bytes, bytes.length - 20));

        assertRefused(half, "half.csv.gz is a damaged gzip file");
    }

    @Test
    void refusesAnArchiveThatWasDamaged() throws IOException {
        Path file = OnlineRetailFiles.gzipped(folder, "bad.csv.gz", ROW, ROW);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 0x55;
        Files.write(file, bytes);

        assertRefused(file, "bad.csv.gz is a damaged gzip file");
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> OnlineRetailFile.inspect(file))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INPUT))
                .hasMessageContaining(message);
    }

    private static List<String> rows(Path file) {
        List<String> rows = new ArrayList<>();
        OnlineRetailFile.inspect(file).forEachRow((number, line) -> rows.add(number + " " + line));
        return rows;
    }
}
