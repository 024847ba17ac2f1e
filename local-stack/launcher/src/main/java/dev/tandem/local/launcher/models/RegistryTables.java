package dev.tandem.local.launcher.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.Promotion;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One tenant's models and promotions in PostgreSQL. */
final class RegistryTables implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODELS = "SELECT * FROM %s WHERE %s = ? ORDER BY %s DESC, %s"
            .formatted(PostgresTables.MODELS.name(), Columns.TENANT_ID, Columns.TRAINED_AT, Columns.MODEL_VERSION);
    private static final String PROMOTIONS = "SELECT %s, %s, %s FROM %s WHERE %s = ? ORDER BY %s"
            .formatted(
                    Columns.MODEL_VERSION,
                    Columns.CAUSE,
                    Columns.PROMOTED_AT,
                    PostgresTables.MODEL_PROMOTIONS.name(),
                    Columns.TENANT_ID,
                    Columns.PROMOTION_NUMBER);
    private static final String LOCK = "SELECT %1$s FROM %2$s WHERE %1$s = ? FOR UPDATE"
            .formatted(Columns.TENANT_ID, PostgresTables.TENANTS.name());
    private static final String LOG = "INSERT INTO %s (%s, %s, %s, %s) VALUES (?, ?, ?, ?)"
            .formatted(
                    PostgresTables.MODEL_PROMOTIONS.name(),
                    Columns.TENANT_ID,
                    Columns.MODEL_VERSION,
                    Columns.CAUSE,
                    Columns.PROMOTED_AT);
    private static final String BUYERS = ("SELECT DISTINCT o.%1$s FROM %2$s o JOIN %3$s l USING (%4$s, %5$s)"
                    + " WHERE %4$s = ? AND o.%6$s >= ? AND o.%6$s < ? AND o.%7$s = 'sale' AND o.%8$s IS NULL"
                    + " AND o.%1$s IS NOT NULL ORDER BY 1 LIMIT ?")
            .formatted(
                    Columns.USER_ID,
                    PostgresTables.ORDERS.name(),
                    PostgresTables.ORDER_LINES.name(),
                    Columns.TENANT_ID,
                    Columns.ORDER_ID,
                    Columns.ORDERED_AT,
                    Columns.KIND,
                    Columns.CANCELLED_AT);

    private final Connection connection;
    private final TenantId tenant;

    /** Turns the current row into a value. */
    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private RegistryTables(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Connects; nothing is written before {@link #commit}. */
    static RegistryTables open(PostgresSettings settings, TenantId tenant) {
        try {
            Connection connection = DriverManager.getConnection(
                    settings.url(), settings.user(), settings.password().reveal());
            connection.setAutoCommit(false);
            return new RegistryTables(connection, tenant);
        } catch (SQLException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "PostgreSQL at %s does not answer (%s); ./tandem up starts the local one, --postgres.url names another"
                            .formatted(settings.url(), e.getMessage()),
                    e);
        }
    }

    /** The latest trained first. */
    List<Model> models() {
        return query(MODELS, List.of(tenant.value()), RegistryTables::model);
    }

    /** The model of a version, or an INPUT failure. */
    Model model(String version) {
        return models().stream()
                .filter(model -> model.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new TandemException(
                        FailureKind.INPUT,
                        "Tenant %s has no model %s; './tandem models list --tenant=%s' shows those it has"
                                .formatted(tenant, version, tenant)));
    }

    /** The earliest first. */
    List<Promotion> promotions() {
        return query(
                PROMOTIONS,
                List.of(tenant.value()),
                row -> new Promotion(row.getString(1), row.getString(2), instant(row, Columns.PROMOTED_AT)));
    }

    /** Some users who must have lists of a model, because they bought what it learnt from. */
    List<String> someUsersOf(Model model, int count) {
        return query(
                BUYERS,
                List.<Object>of(
                        tenant.value(),
                        model.intervalStart().atOffset(ZoneOffset.UTC),
                        model.intervalEnd().atOffset(ZoneOffset.UTC),
                        count),
                row -> row.getString(1));
    }

    /** Waits for, and keeps out, others who want to change what the tenant is served, until {@link #commit}. */
    void lock() {
        if (query(LOCK, List.of(tenant.value()), row -> row.getString(1)).isEmpty()) {
            throw new TandemException(FailureKind.INPUT, "There is no tenant " + tenant);
        }
    }

    /** Adds to the log of promotions. */
    void log(Promotion promotion) {
        try (PreparedStatement statement = connection.prepareStatement(LOG)) {
            statement.setString(1, tenant.value());
            statement.setString(2, promotion.version());
            statement.setString(3, promotion.cause());
            statement.setObject(4, promotion.at().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> List<T> query(String sql, List<?> values, RowReader<T> reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Model model(ResultSet row) throws SQLException {
        List<String> reasons = new ArrayList<>();
        json(row, Columns.VERDICT_REASONS).forEach(reason -> reasons.add(reason.asText()));
        OffsetDateTime publishedAt = row.getObject(Columns.PUBLISHED_AT, OffsetDateTime.class);
        return new Model(
                row.getString(Columns.MODEL_VERSION),
                row.getString(Columns.ALGORITHM),
                json(row, Columns.SETTINGS),
                instant(row, Columns.INTERVAL_START),
                instant(row, Columns.INTERVAL_END),
                instant(row, Columns.EVENTS_UNTIL),
                row.getString(Columns.ARTEFACT_URI),
                json(row, Columns.ROW_COUNTS),
                instant(row, Columns.TRAINED_AT),
                Optional.ofNullable(publishedAt).map(OffsetDateTime::toInstant),
                json(row, Columns.METRICS),
                json(row, Columns.TIMINGS),
                row.getString(Columns.CODE_VERSION),
                row.getString(Columns.VERDICT),
                reasons);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static JsonNode json(ResultSet row, String column) throws SQLException {
        try {
            return JSON.readTree(row.getString(column));
        } catch (JsonProcessingException e) {
            throw new TandemException(FailureKind.INTERNAL, "The registry holds unreadable JSON in " + column, e);
        }
    }

    private static TandemException failed(SQLException e) {
        return new TandemException(FailureKind.DEPENDENCY, "PostgreSQL failed: " + e.getMessage(), e);
    }

    /** Ends the connection; what was not committed is undone. */
    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
