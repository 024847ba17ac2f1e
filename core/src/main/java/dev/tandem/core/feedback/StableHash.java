package dev.tandem.core.feedback;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A hash that is the same in every process and every version: the CRC-32C of a text in UTF-8. */
final class StableHash {
    private StableHash() {}

    /** The place of a text among so many, counted from 0. */
    static int of(String text, int places) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % places);
    }
}
