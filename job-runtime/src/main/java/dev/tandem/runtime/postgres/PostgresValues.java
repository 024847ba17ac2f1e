package dev.tandem.runtime.postgres;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.ColumnType;
import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's values as Cassandra keeps them. */
final class PostgresValues {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PostgresValues() {}

    /**
     * A String, Integer, Long, BigDecimal, Boolean, an Instant to the millisecond, a sorted map or a sorted set, by the
     * column's type.
     */
    static @Nullable Object read(ResultSet row, int index, ColumnType type) throws SQLException {
        return switch (type) {
            case TEXT -> row.getString(index);
            case INTEGER -> row.getObject(index, Integer.class);
            case LONG -> row.getObject(index, Long.class);
            case DECIMAL -> row.getBigDecimal(index);
            case BOOLEAN -> row.getObject(index, Boolean.class);
            case TIMESTAMP -> {
                OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
            case TEXT_MAP -> {
                String json = row.getString(index);
                yield json == null ? null : textByText(json);
            }
            case BYTES -> row.getBytes(index);
            case TEXT_SET -> {
                Array array = row.getArray(index);
                yield array == null ? null : new TreeSet<>(Arrays.asList((String[]) array.getArray()));
            }
        };
    }

    /**
     * A JSON object as text by text: a nested object or array stays as its JSON text, a number or boolean becomes its own,
     * and a null is left out.
     */
    static Map<String, String> textByText(String json) {
        Map<String, String> map = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    map.put(name, parser.readValueAsTree().toString());
                } else if (token != JsonToken.VALUE_NULL) {
                    map.put(name, parser.getText());
                }
            }
            return map;
        } catch (IOException e) {
            throw new TandemException(FailureKind.INPUT, "Attributes are no JSON object: " + json, e);
        }
    }
}
