package dev.tandem.training.cleanup;

import static dev.tandem.core.schema.Columns.ARTEFACT_URI;
import static dev.tandem.core.schema.Columns.CAUSE;
import static dev.tandem.core.schema.Columns.INTERVAL_END;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.PROMOTED_AT;
import static dev.tandem.core.schema.Columns.PROMOTION_NUMBER;
import static dev.tandem.core.schema.Columns.PUBLISHED_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.TRAINED_AT;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.recommendation.Promotion;
import dev.tandem.core.recommendation.ServedVersions;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The registry of models, as far as taking them away goes. */
final class CleanUpRegistry {
    private static final String TABLE = PostgresTables.MODELS.name();
    private static final String MODELS = "SELECT %s FROM %s WHERE %s = ?"
            .formatted(
                    String.join(", ", MODEL_VERSION, ARTEFACT_URI, INTERVAL_END, TRAINED_AT, PUBLISHED_AT),
                    TABLE,
                    TENANT_ID);
    private static final String WITHDRAW =
            "UPDATE %s SET %s = NULL WHERE %s = ? AND %s = ?".formatted(TABLE, PUBLISHED_AT, TENANT_ID, MODEL_VERSION);
    private static final String PROMOTIONS = "SELECT %s, %s, %s FROM %s WHERE %s = ? ORDER BY %s"
            .formatted(
                    MODEL_VERSION,
                    CAUSE,
                    PROMOTED_AT,
                    PostgresTables.MODEL_PROMOTIONS.name(),
                    TENANT_ID,
                    PROMOTION_NUMBER);

    private final PostgresDatabase postgres;
    private final TenantId tenant;

    CleanUpRegistry(PostgresDatabase postgres, TenantId tenant) {
        this.postgres = postgres;
        this.tenant = tenant;
    }

    List<ModelRecord> models() {
        return postgres.query(MODELS, List.of(tenant.value()), CleanUpRegistry::read);
    }

    /** Notes that a model has no lists any more: from now on nothing makes it the served one. */
    void withdraw(ModelRecord model) {
        postgres.update(WITHDRAW, List.of(tenant.value(), model.version().value()));
    }

    /** By the log of promotions, the version that is served and the one that a rollback would serve. */
    Set<ModelVersion> inUse() {
        ServedVersions served = ServedVersions.after(postgres.query(
                PROMOTIONS,
                List.of(tenant.value()),
                row -> new Promotion(
                        row.getString(MODEL_VERSION),
                        row.getString(CAUSE),
                        row.getObject(PROMOTED_AT, OffsetDateTime.class).toInstant())));
        return Stream.concat(served.current().stream(), served.previous().stream())
                .map(ModelVersion::new)
                .collect(Collectors.toSet());
    }

    private static ModelRecord read(ResultSet row) throws SQLException {
        return new ModelRecord(
                new ModelVersion(row.getString(MODEL_VERSION)),
                URI.create(row.getString(ARTEFACT_URI)),
                row.getObject(INTERVAL_END, OffsetDateTime.class).toInstant(),
                row.getObject(TRAINED_AT, OffsetDateTime.class).toInstant(),
                instant(row.getObject(PUBLISHED_AT, OffsetDateTime.class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
