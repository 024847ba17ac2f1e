package dev.tandem.local.launcher.onlineretail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small files as the data set has them. */
final class OnlineRetailFiles {
    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private OnlineRetailFiles() {}

    static String csv(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    static Path plain(Path folder, String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), csv(rows));
    }

    static Path gzipped(Path folder, String name, String... rows) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(csv(rows).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
