package dev.tandem.core.recommendation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * The form in which ranked lists are stored and sent: JSON objects, best first, parted by a comma and a line feed.
 *
 * <p>It stands between {@code [} and {@code ]} in an answer as it is. JSON never has a raw line feed inside a string, so a
 * list is cut to its first <i>n</i> by looking for the <i>n</i>-th line feed: no parsing on the way to the caller.
 */
public final class RankedItems {
    private static final JsonFactory JSON = new JsonFactory();
    private static final MathContext SCORE_DIGITS = new MathContext(6);
    private static final byte SEPARATOR = '\n';

    private RankedItems() {}

    /** The stored form of a list, in its order; an empty string for an empty list. */
    public static String encode(List<RankedItem> items) {
        StringWriter out = new StringWriter(items.size() * 96);
        for (int place = 0; place < items.size(); place++) {
            if (place > 0) {
                out.write(",\n");
            }
            write(items.get(place), out);
        }
        return out.toString();
    }

    /**
     * The first items of a list in stored form.
     *
     * @param encoded UTF-8 bytes of the stored form
     * @param limit how many items at the most, 1 or more
     */
    public static byte[] first(byte[] encoded, int limit) {
        int seen = 0;
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == SEPARATOR && ++seen == limit) {
                return Arrays.copyOf(encoded, i - 1);
            }
        }
        return encoded;
    }

    private static void write(RankedItem item, StringWriter out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("item_id", item.itemId());
            json.writeFieldName("score");
            json.writeNumber(new BigDecimal(item.score())
                    .round(SCORE_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString());
            json.writeStringField("name", item.name());
            json.writeStringField("category", item.category());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
