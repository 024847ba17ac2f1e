package dev.tandem.core.recommendation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the entries of a list in the form of {@link RankedItems}. It stands before the first entry at the beginning.
 *
 * <p>A step looks for the next line feed, and only what is asked of an entry is decoded: no parsing of the whole.
 */
public final class RankedEntries {
    /*
     * Inside a JSON string each quotation mark has a backslash before it. So the two marks below, which have quotation
     * marks of their own, are found nowhere but at the member they name.
     */
    private static final byte[] ID = "{\"item_id\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CATEGORY = ",\"category\":\"".getBytes(StandardCharsets.UTF_8);
    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] encoded;
    private int start;
    private int end = -RankedItems.SEPARATOR_LENGTH;
    private int position;

    /**
     * A walk over a list.
     *
     * @param encoded UTF-8 bytes of the stored form; not copied
     */
    public RankedEntries(byte[] encoded) {
        this.encoded = encoded;
    }

    /** Steps to the next entry; false, and no step, where there is none. */
    public boolean next() {
        if (isAtEnd()) {
            return false;
        }
        start = end + RankedItems.SEPARATOR_LENGTH;
        int feed = start;
        while (feed < encoded.length && encoded[feed] != RankedItems.SEPARATOR) {
            feed++;
        }
        end = feed == encoded.length ? feed : feed - 1;
        position++;
        return true;
    }

    /** Whether no entry comes any more. */
    public boolean isAtEnd() {
        return end + RankedItems.SEPARATOR_LENGTH >= encoded.length;
    }

    /** How many steps were taken. */
    public int position() {
        return position;
    }

    /** Where the entry begins in the list's bytes. */
    public int start() {
        return start;
    }

    /** Where it ends in them, exclusive; the byte before is its closing brace. */
    public int end() {
        return end;
    }

    /** The entry's {@code item_id}. */
    public String itemId() {
        return string(start + ID.length);
    }

    /** Whether the entry's {@code category} is this one. */
    public boolean isOfCategory(String category) {
        String found = category();
        return found != null && found.equals(category);
    }

    private @Nullable String category() {
        for (int at = end - CATEGORY.length; at > start; at--) {
            if (Arrays.equals(encoded, at, at + CATEGORY.length, CATEGORY, 0, CATEGORY.length)) {
                return string(at + CATEGORY.length);
            }
        }
        return null;
    }

    /** The JSON string whose first character is here. */
    private String string(int from) {
        for (int to = from; to < end; to++) {
            if (encoded[to] == '\\') {
                return unescaped(from - 1);
            }
            if (encoded[to] == '"') {
                return new String(encoded, from, to - from, StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException("Not a list in stored form");
    }

    private String unescaped(int quote) {
        try (JsonParser json = JSON.createParser(encoded, quote, end - quote)) {
            json.nextToken();
            return json.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
