package dev.tandem.serving.demotion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * The items that are demoted at one moment.
 *
 * @param stamp tells them from others; empty where there are none
 */
public record Demoted(Set<String> items, String stamp) {
    public static final Demoted NONE = new Demoted(Set.of(), "");

    /** These items. */
    static Demoted of(Set<String> items) {
        if (items.isEmpty()) {
            return NONE;
        }
        CRC32C checksum = new CRC32C();
        new TreeSet<>(items).forEach(item -> checksum.update((item + '\n').getBytes(UTF_8)));
        return new Demoted(items, Long.toHexString(checksum.getValue()));
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public boolean contains(String item) {
        return items.contains(item);
    }
}
