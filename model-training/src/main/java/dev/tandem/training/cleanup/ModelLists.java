package dev.tandem.training.cleanup;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.BOUGHT_TOGETHER_BY_ITEM;
import static dev.tandem.core.schema.CassandraTables.BUY_AGAIN_BY_USER;
import static dev.tandem.core.schema.CassandraTables.FOLD_IN_MODELS;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_WITH_PURCHASED_BY_USER;
import static dev.tandem.core.schema.CassandraTables.SIMILAR_ITEMS_BY_ITEM;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.training.artefact.ModelArtefact;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows that a tenant's models have in Cassandra. */
final class ModelLists {
    private static final List<Table> OF_USERS =
            List.of(RECOMMENDATIONS_BY_USER, RECOMMENDATIONS_WITH_PURCHASED_BY_USER, BUY_AGAIN_BY_USER);
    private static final List<Table> OF_ITEMS = List.of(SIMILAR_ITEMS_BY_ITEM, BOUGHT_TOGETHER_BY_ITEM);

    private final CassandraSource source;
    private final CassandraSink sink;
    private final TenantId tenant;

    ModelLists(SparkSession spark, CassandraSettings settings, TenantId tenant) {
        this.source = new CassandraSource(spark, settings);
        this.sink = new CassandraSink(settings);
        this.tenant = tenant;
    }

    /** The version that is being served, if any. */
    Optional<ModelVersion> served() {
        return source.read(ACTIVE_MODELS, tenant).select(MODEL_VERSION).collectAsList().stream()
                .map(row -> new ModelVersion(row.getString(0)))
                .findFirst();
    }

    /**
     * Deletes every list of a version by its full key, and the form of the model that makes lists without Spark. Cost: a delete for each list, and a scan of the keys of the items'
     * tables; of the users' tables too where the artefact, which knows the users, is gone.
     *
     * @return how many lists were deleted
     */
    long delete(ModelVersion version, ModelArtefact artefact) {
        long deleted = 0;
        for (Table table : OF_USERS) {
            Dataset<Row> keys = artefact.isComplete()
                    ? artefact.users()
                            .select(
                                    lit(tenant.value()).as(TENANT_ID),
                                    lit(version.value()).as(MODEL_VERSION),
                                    col(USER_ID))
                    : stored(version, table);
            deleted += sink.delete(keys, table);
        }
        for (Table table : OF_ITEMS) {
            deleted += sink.delete(stored(version, table), table);
        }
        sink.delete(stored(version, FOLD_IN_MODELS), FOLD_IN_MODELS);
        return deleted;
    }

    private Dataset<Row> stored(ModelVersion version, Table table) {
        return source.read(table, tenant)
                .where(col(MODEL_VERSION).equalTo(version.value()))
                .select(table.partitionKey().stream().map(name -> col(name)).toArray(Column[]::new));
    }
}
