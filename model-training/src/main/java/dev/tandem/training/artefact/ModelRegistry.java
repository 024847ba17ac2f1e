package dev.tandem.training.artefact;

import static dev.tandem.core.schema.Columns.ALGORITHM;
import static dev.tandem.core.schema.Columns.ARTEFACT_URI;
import static dev.tandem.core.schema.Columns.CAUSE;
import static dev.tandem.core.schema.Columns.CODE_VERSION;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.INTERVAL_END;
import static dev.tandem.core.schema.Columns.INTERVAL_START;
import static dev.tandem.core.schema.Columns.METRICS;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.PROMOTED_AT;
import static dev.tandem.core.schema.Columns.PROMOTION_NUMBER;
import static dev.tandem.core.schema.Columns.PUBLISHED_AT;
import static dev.tandem.core.schema.Columns.ROW_COUNTS;
import static dev.tandem.core.schema.Columns.SETTINGS;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.TIMINGS;
import static dev.tandem.core.schema.Columns.TRAINED_AT;
import static dev.tandem.core.schema.Columns.VERDICT;
import static dev.tandem.core.schema.Columns.VERDICT_REASONS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The registry of trained models: table {@code models} in PostgreSQL. A model exists once its row does. */
public final class ModelRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLE = PostgresTables.MODELS.name();
    private static final String COLUMNS = String.join(
            ", ",
            TENANT_ID,
            MODEL_VERSION,
            ALGORITHM,
            SETTINGS,
            INTERVAL_START,
            INTERVAL_END,
            EVENTS_UNTIL,
            ARTEFACT_URI,
            ROW_COUNTS,
            TRAINED_AT,
            METRICS,
            TIMINGS,
            CODE_VERSION,
            VERDICT,
            VERDICT_REASONS);
    private static final String INSERT = ("INSERT INTO %s (%s) VALUES (?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?,"
                    + " CAST(? AS jsonb), ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, CAST(? AS jsonb))"
                    + " ON CONFLICT DO NOTHING")
            .formatted(TABLE, COLUMNS);
    private static final String FIND =
            "SELECT %s FROM %s WHERE %s = ? AND %s = ?".formatted(COLUMNS, TABLE, TENANT_ID, MODEL_VERSION);
    private static final String LATEST =
            "SELECT %s FROM %s WHERE %s = ? AND %s <= ? AND %s = 'passed' ORDER BY %4$s DESC, %s DESC, %s LIMIT 1"
                    .formatted(COLUMNS, TABLE, TENANT_ID, INTERVAL_END, VERDICT, TRAINED_AT, MODEL_VERSION);
    private static final String MARK_PUBLISHED =
            ("WITH published AS (UPDATE %1$s SET %2$s = ? WHERE %3$s = ? AND %4$s = ?"
                            + " RETURNING %3$s, %4$s, %2$s)"
                            + " INSERT INTO %5$s (%3$s, %4$s, %6$s, %7$s) SELECT %3$s, %4$s, 'publish', %2$s FROM published")
                    .formatted(
                            TABLE,
                            PUBLISHED_AT,
                            TENANT_ID,
                            MODEL_VERSION,
                            PostgresTables.MODEL_PROMOTIONS.name(),
                            CAUSE,
                            PROMOTED_AT);
    private static final String SERVED = ("SELECT %s FROM %s JOIN %s USING (%s, %s) WHERE %4$s = ?"
                    + " ORDER BY %s DESC LIMIT 1")
            .formatted(
                    COLUMNS, TABLE, PostgresTables.MODEL_PROMOTIONS.name(), TENANT_ID, MODEL_VERSION, PROMOTION_NUMBER);

    private static final String HAS_ANY =
            "SELECT 1 FROM %s WHERE %s = ? AND %s <= ? LIMIT 1".formatted(TABLE, TENANT_ID, INTERVAL_END);
    private static final String WAS_SERVED = "SELECT 1 FROM %s WHERE %s = ? AND %s = ? LIMIT 1"
            .formatted(PostgresTables.MODEL_PROMOTIONS.name(), TENANT_ID, MODEL_VERSION);

    private final PostgresDatabase postgres;

    public ModelRegistry(PostgresDatabase postgres) {
        this.postgres = postgres;
    }

    /** Adds a model whose artefact is complete; one that is there already stays as it is. */
    public void register(RegisteredModel model) {
        postgres.update(
                INSERT,
                List.<Object>of(
                        model.tenant().value(),
                        model.version().value(),
                        model.algorithm(),
                        toJson(model.settings()),
                        model.interval().start(),
                        model.interval().end(),
                        model.eventsUntil(),
                        model.artefact().toString(),
                        toJson(model.rowCounts()),
                        model.trainedAt(),
                        toJson(model.assessment().metrics()),
                        toJson(model.provenance().timings()),
                        model.provenance().codeVersion(),
                        model.assessment().verdict(),
                        toJson(model.assessment().reasons())));
    }

    public Optional<RegisteredModel> find(TenantId tenant, ModelVersion version) {
        return postgres.query(FIND, List.of(tenant.value(), version.value()), ModelRegistry::read).stream()
                .findFirst();
    }

    /**
     * Of the tenant's models that passed the quality gate and whose interval ends by {@code end} the one that ends last,
     * and of those the last trained.
     */
    public Optional<RegisteredModel> latest(TenantId tenant, Instant end) {
        return postgres.query(LATEST, List.<Object>of(tenant.value(), end), ModelRegistry::read).stream()
                .findFirst();
    }

    /** The model that is being served, as the log of promotions has it. */
    public Optional<RegisteredModel> served(TenantId tenant) {
        return postgres.query(SERVED, List.of(tenant.value()), ModelRegistry::read).stream()
                .findFirst();
    }

    /** Whether the tenant has any model whose interval ends by {@code end}, one that the quality gate refused included. */
    public boolean hasAny(TenantId tenant, Instant end) {
        return !postgres.query(HAS_ANY, List.<Object>of(tenant.value(), end), row -> row.getInt(1))
                .isEmpty();
    }

    /** Whether a model was served once and another one is now, as after a rollback. */
    public boolean wasLeft(RegisteredModel model) {
        List<String> key = List.of(model.tenant().value(), model.version().value());
        return !postgres.query(WAS_SERVED, key, row -> row.getInt(1)).isEmpty()
                && served(model.tenant())
                        .filter(served -> served.version().equals(model.version()))
                        .isEmpty();
    }

    /** Notes that a model's lists are complete and are being served since {@code at}. */
    public void markPublished(RegisteredModel model, Instant at) {
        postgres.update(
                MARK_PUBLISHED,
                List.<Object>of(at, model.tenant().value(), model.version().value()));
    }

    private static RegisteredModel read(ResultSet row) throws SQLException {
        return new RegisteredModel(
                new TenantId(row.getString(TENANT_ID)),
                new ModelVersion(row.getString(MODEL_VERSION)),
                row.getString(ALGORITHM),
                fromJson(row.getString(SETTINGS), new TypeReference<LinkedHashMap<String, Object>>() {}),
                new DataInterval(instant(row, INTERVAL_START), instant(row, INTERVAL_END)),
                instant(row, EVENTS_UNTIL),
                URI.create(row.getString(ARTEFACT_URI)),
                fromJson(row.getString(ROW_COUNTS), new TypeReference<LinkedHashMap<String, Long>>() {}),
                instant(row, TRAINED_AT),
                Assessment.of(
                        row.getString(VERDICT),
                        fromJson(row.getString(VERDICT_REASONS), new TypeReference<List<String>>() {}),
                        fromJson(row.getString(METRICS), new TypeReference<LinkedHashMap<String, Double>>() {})),
                new Provenance(
                        row.getString(CODE_VERSION),
                        fromJson(row.getString(TIMINGS), new TypeReference<LinkedHashMap<String, Long>>() {})));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String toJson(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new TandemException(FailureKind.INTERNAL, "Cannot write as JSON: " + values, e);
        }
    }

    private static <T> T fromJson(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new TandemException(FailureKind.INTERNAL, "The registry of models holds unreadable JSON: " + json, e);
        }
    }
}
