package dev.tandem.runtime.postgres;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.Utils;

/**
 * A query with named values, for Spark's JDBC reader, which takes text and cannot bind.
 *
 * <p>Each {@code :name} becomes a literal of its value's type: numbers as digits, instants as {@code timestamptz}, text
 * quoted by PostgreSQL's own driver. Nothing else ever joins a value to SQL.
 */
public final class SqlQuery {
    /** A name after one colon; the second colon of a cast keeps {@code ::bigint} from being one. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!:):([a-z][a-z_]*)");

    private final String template;
    private final Map<String, Object> values;

    private SqlQuery(String template, Map<String, Object> values) {
        this.template = template;
        this.values = values;
    }

    /** A query without values yet. */
    public static SqlQuery of(String template) {
        return new SqlQuery(template, Map.of());
    }

    /** This query with a value: a Long, an Integer, an Instant or a String. */
    public SqlQuery with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new SqlQuery(template, more);
    }

    /** The rows of this query and of another one with the same columns. */
    public SqlQuery unionAll(SqlQuery other) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        other.values.forEach((name, value) -> {
            Object mine = more.put(name, value);
            if (mine != null && !mine.equals(value)) {
                throw new TandemException(FailureKind.INTERNAL, "Both queries have a value for :" + name);
            }
        });
        return new SqlQuery(template + " UNION ALL " + other.template, more);
    }

    /** The query as text, every value in its place. */
    public String toSql() {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            Object value = values.get(match.group(1));
            if (value == null) {
                throw new TandemException(FailureKind.INTERNAL, "Query has no value for :" + match.group(1));
            }
            return Matcher.quoteReplacement(literal(value));
        });
    }

    /**
     * One part of this query's rows, by the hash of one column: rows that share its value are in the same part.
     *
     * @param column a text column of the query's result, never null
     * @param order columns by which the part's rows are in order
     */
    public String part(String column, int parts, int part, List<String> order) {
        return "SELECT * FROM (%s) AS source WHERE %s ORDER BY %s"
                .formatted(toSql(), isPart(column, parts, part), String.join(", ", order));
    }

    static String isPart(String column, int parts, int part) {
        return "(hashtext(%s) & 2147483647) %% %d = %d".formatted(column, parts, part);
    }

    private static String literal(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof Instant instant) {
            return "timestamptz '" + instant + "'";
        }
        try {
            return "'" + Utils.escapeLiteral(null, value.toString(), true) + "'";
        } catch (SQLException e) {
            throw new PostgresException(e);
        }
    }
}
