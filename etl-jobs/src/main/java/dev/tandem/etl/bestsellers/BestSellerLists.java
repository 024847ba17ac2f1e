package dev.tandem.etl.bestsellers;

import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.ITEMS;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.etl.bestsellers.BestSellers.BUYERS;
import static dev.tandem.etl.bestsellers.BestSellers.LIST;
import static dev.tandem.etl.bestsellers.BestSellers.OVERALL;
import static dev.tandem.etl.bestsellers.BestSellers.PLACE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.shop.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Ranked best sellers as rows of {@code best_sellers_by_category}. */
final class BestSellerLists {
    private static final UserDefinedFunction ENCODE =
            udf((UDF1<Seq<Row>, String>) BestSellerLists::encode, DataTypes.StringType);

    private BestSellerLists() {}

    /**
     * What all lists of one run have in common.
     *
     * @param eventsUntil the time of the latest order that was seen
     */
    record Stamp(TenantId tenant, String version, Instant eventsUntil, Instant generatedAt) {}

    /**
     * One row for each category of the catalogue and one for {@code *}; a list without sales is empty, so that none stays
     * from an earlier month. Cost: one shuffle by list.
     *
     * @param ranked as from {@link BestSellers#rank}
     * @param items the tenant's rows of {@code items}
     */
    static Dataset<Row> of(Dataset<Row> ranked, Dataset<Row> items, Stamp stamp) {
        Dataset<Row> filled = ranked.groupBy(LIST)
                .agg(sort_array(collect_list(struct(PLACE, ITEM_ID, BUYERS, NAME, CATEGORY)))
                        .as(ITEMS))
                .select(col(LIST), ENCODE.apply(col(ITEMS)).as(ITEMS));
        Dataset<Row> overall = items.sparkSession().range(1).select(lit(OVERALL).as(LIST));
        return items.select(col(CATEGORY).as(LIST))
                .distinct()
                .union(overall)
                .join(filled, CollectionConverters.asScala(List.of(LIST)).toSeq(), "left")
                .select(
                        lit(stamp.tenant().value()).as(TENANT_ID),
                        col(LIST).as(CATEGORY),
                        lit(stamp.version()).as(MODEL_VERSION),
                        coalesce(col(ITEMS), lit("")).as(ITEMS),
                        lit(Timestamp.from(stamp.eventsUntil())).as(EVENTS_UNTIL),
                        lit(Timestamp.from(stamp.generatedAt())).as(GENERATED_AT));
    }

    /**
     * The keys of lists whose category is no longer in the catalogue.
     *
     * @param existing the tenant's rows of {@code best_sellers_by_category}
     * @param items the tenant's rows of {@code items}
     */
    static Dataset<Row> gone(Dataset<Row> existing, Dataset<Row> items) {
        Dataset<Row> categories = items.select(CATEGORY).distinct();
        return existing.select(TENANT_ID, CATEGORY)
                .where(col(CATEGORY).notEqual(OVERALL))
                .join(
                        categories,
                        CollectionConverters.asScala(List.of(CATEGORY)).toSeq(),
                        "left_anti");
    }

    private static String encode(Seq<Row> places) {
        List<RankedItem> items = CollectionConverters.asJava(places).stream()
                .map(place ->
                        new RankedItem(place.getString(1), place.getLong(2), place.getString(3), place.getString(4)))
                .toList();
        return RankedItems.encode(items);
    }
}
