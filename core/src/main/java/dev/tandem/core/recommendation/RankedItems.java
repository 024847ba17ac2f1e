package dev.tandem.core.recommendation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The form in which ranked lists are stored and sent: JSON objects, best first, parted by a comma and a line feed.
 *
 * <p>It stands between {@code [} and {@code ]} in an answer as it is. JSON never has a raw line feed inside a string, so
 * {@link RankedEntries} tells the entries apart by looking for line feeds: no parsing on the way to the caller.
 */
public final class RankedItems {
    private static final JsonFactory JSON = new JsonFactory();
    private static final MathContext SCORE_DIGITS = new MathContext(6);

    /** What ends the two bytes, comma and line feed, that stand between entries. */
    static final byte SEPARATOR = '\n';

    static final int SEPARATOR_LENGTH = 2;

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
