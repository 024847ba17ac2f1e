package dev.tandem.training.cleanup;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.BOUGHT_TOGETHER_BY_ITEM;
import static dev.tandem.core.schema.CassandraTables.BUY_AGAIN_BY_USER;
import static dev.tandem.core.schema.CassandraTables.FOLD_IN_MODELS;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_WITH_PURCHASED_BY_USER;
import static dev.tandem.core.schema.CassandraTables.SIMILAR_ITEMS_BY_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.Settings;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.SmallShop;
import dev.tandem.training.artefact.SwitchLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CleanUpModelsJobIT {
    private static final List<Table> OF_USERS =
            List.of(RECOMMENDATIONS_BY_USER, RECOMMENDATIONS_WITH_PURCHASED_BY_USER, BUY_AGAIN_BY_USER);
    private static final List<Table> OF_ITEMS = List.of(SIMILAR_ITEMS_BY_ITEM, BOUGHT_TOGETHER_BY_ITEM);
    private static final Instant DAY_0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final long DAY = 86_400;

    @TempDir
    private Path models = Path.of("");

    @Test
    void leavesNothingOfAModelThatNobodyCanWantBack(SparkSession spark) {
        SmallShop shop = servedInTheMiddle(spark, "cleaned");

        JobReport report = cleanUp(shop, "--keep=1");

        assertThat(report.count("models")).isEqualTo(1);
        assertThat(report.count("lists")).isEqualTo(10);
        assertThat(report.notes()).containsEntry("versions", "[v3]");
        assertThat(versionsWithLists(spark, shop)).containsExactly("v1", "v2", "v4");
        assertThat(folder(shop, "v3")).doesNotExist();
        assertThat(folder(shop, "v1")).exists();
        assertThat(published(shop)).containsExactly("v1", "v2", "v4");
    }

    @Test
    void keepsWhatARollbackWouldServeAndNotWhatWasRolledBackFrom(SparkSession spark) {
        SmallShop shop = servedInTheMiddle(spark, "back");
        promoted(shop, "v1", "rollback");
        Timestamp then = Timestamp.from(DAY_0);
        shop.write(Rows.of(ACTIVE_MODELS).row("back", "v1", then, then), ACTIVE_MODELS);

        // Served are v1, before it v4, before that v3; v2 was gone back from.
        assertThat(cleanUp(shop, "--keep=1").notes()).containsEntry("versions", "[v2 v3]");
        assertThat(versionsWithLists(spark, shop)).containsExactly("v1", "v4");
    }

    @Test
    void waitsForAPromotionAndLeavesWhatWasPromoted(SparkSession spark) throws Exception {
        SmallShop shop = servedInTheMiddle(spark, "raced");
        SwitchLock lock = new SwitchLock(SmallShop.postgres(), shop.tenant());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<JobReport> cleanUp = lock.with(() -> {
                Future<JobReport> started = other.submit(() -> cleanUp(shop, "--keep=1"));
                waitUntilSomebodyWaitsForTheLock();
                promoted(shop, "v3", "promote");
                return started;
            });

            assertThat(cleanUp.get(60, TimeUnit.SECONDS).count("lists")).isZero();
        } finally {
            other.shutdown();
        }
        assertThat(versionsWithLists(spark, shop)).contains("v3");
        assertThat(folder(shop, "v3")).exists();
    }

    private static void waitUntilSomebodyWaitsForTheLock() {
        Instant giveUp = Instant.now().plusSeconds(60);
        String waiting =
                "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE'";
        while (SmallShop.postgres()
                .query(waiting, List.of(), row -> row.getInt(1))
                .isEmpty()) {
            assertThat(Instant.now()).isBefore(giveUp);
            Thread.onSpinWait();
        }
    }

    @Test
    void findsNothingMoreWhenRunAgain(SparkSession spark) {
        SmallShop shop = servedInTheMiddle(spark, "again-cleaned");
        cleanUp(shop, "--keep=1");

        assertThat(cleanUp(shop, "--keep=1").count("models")).isZero();
        assertThat(versionsWithLists(spark, shop)).containsExactly("v1", "v2", "v4");
    }

    @Test
    void deletesNothingInADryRun(SparkSession spark) {
        SmallShop shop = servedInTheMiddle(spark, "dry");

        JobReport report = cleanUp(shop, "--keep=1", "--dry-run");

        assertThat(report.notes()).containsEntry("versions", "[v3]");
        assertThat(versionsWithLists(spark, shop)).containsExactly("v1", "v2", "v3", "v4");
        assertThat(folder(shop, "v3")).exists();
        assertThat(published(shop)).contains("v3");
    }

    @Test
    void completesWhatARunThatDiedHasBegun(SparkSession spark) throws IOException {
        SmallShop shop = servedInTheMiddle(spark, "died");
        new CleanUpRegistry(SmallShop.postgres(), shop.tenant())
                .models().stream()
                        .filter(model -> model.version().value().equals("v3"))
                        .forEach(new CleanUpRegistry(SmallShop.postgres(), shop.tenant())::withdraw);
        // So far that the users' ids are gone: their lists have to be found without.
        Files.delete(folder(shop, "v3").resolve("user_factors/_SUCCESS"));

        cleanUp(shop, "--keep=1");

        assertThat(versionsWithLists(spark, shop)).containsExactly("v1", "v2", "v4");
        assertThat(folder(shop, "v3")).doesNotExist();
    }

    @Test
    void leavesOtherTenantsAlone(SparkSession spark) {
        SmallShop other = servedInTheMiddle(spark, "other-shop");
        SmallShop shop = servedInTheMiddle(spark, "one-shop");

        cleanUp(shop, "--keep=1");

        assertThat(versionsWithLists(spark, other)).containsExactly("v1", "v2", "v3", "v4");
        assertThat(folder(other, "v3")).exists();
    }

    @Test
    void takesAbandonedFoldersAndLeavesThoseBeingWritten(SparkSession spark) throws IOException {
        SmallShop shop = SmallShop.open(spark, "abandoned");
        Path abandoned = unfinished(shop, "v1", SmallShop.NOW.minusSeconds(2 * DAY));
        Path inUse = unfinished(shop, "v2", SmallShop.NOW.minusSeconds(60));

        assertThat(cleanUp(shop, "--dry-run").count("unfinished_folders")).isEqualTo(1);
        assertThat(abandoned).exists();
        assertThat(cleanUp(shop).count("unfinished_folders")).isEqualTo(1);
        assertThat(abandoned).doesNotExist();
        assertThat(inUse).exists();
    }

    /** Four models, one a day, published in their order but for the second, which was published last and is served. */
    private SmallShop servedInTheMiddle(SparkSession spark, String tenant) {
        SmallShop shop = SmallShop.open(spark, tenant);
        model(spark, shop, "v1", 1, 12);
        model(spark, shop, "v2", 2, 13);
        model(spark, shop, "v3", 3, 10);
        model(spark, shop, "v4", 4, 11);
        promoted(shop, "v3", "publish");
        promoted(shop, "v4", "publish");
        promoted(shop, "v1", "promote");
        promoted(shop, "v2", "promote");
        Timestamp then = Timestamp.from(DAY_0);
        shop.write(Rows.of(ACTIVE_MODELS).row(tenant, "v2", then, then), ACTIVE_MODELS);
        return shop;
    }

    private static void promoted(SmallShop shop, String version, String cause) {
        SmallShop.postgres()
                .update(
                        "INSERT INTO model_promotions (tenant_id, model_version, cause, promoted_at) VALUES (?, ?, ?, ?)",
                        List.<Object>of(shop.tenant().value(), version, cause, DAY_0));
    }

    private void model(SparkSession spark, SmallShop shop, String version, int day, int publishedOn) {
        Rows users = Rows.of(StructType.fromDDL("user_id string")).row("u1").row("u2");
        Rows items = Rows.of(StructType.fromDDL("item_id string")).row("i1");
        Path folder = folder(shop, version);
        users.toDataset(spark).write().parquet(folder.resolve("user_factors").toString());
        items.toDataset(spark).write().parquet(folder.resolve("item_factors").toString());
        try {
            Files.writeString(folder.resolve("model.json"), "{}");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        SmallShop.postgres()
                .update(
                        "INSERT INTO models (tenant_id, model_version, algorithm, settings, interval_start, interval_end,"
                                + " events_until, artefact_uri, row_counts, trained_at, published_at)"
                                + " VALUES (?, ?, 'test', '{}', ?, ?, ?, ?, '{}', ?, ?)",
                        List.<Object>of(
                                shop.tenant().value(),
                                version,
                                DAY_0,
                                DAY_0.plusSeconds(day * DAY),
                                DAY_0,
                                folder.toUri().toString(),
                                DAY_0.plusSeconds(day * DAY),
                                DAY_0.plusSeconds(publishedOn * DAY)));
        OF_USERS.forEach(table -> lists(shop, version, table, "u1", "u2"));
        // The second item is one that the model does not know.
        OF_ITEMS.forEach(table -> lists(shop, version, table, "i1", "i2"));
        shop.write(
                Rows.of(FOLD_IN_MODELS)
                        .row(shop.tenant().value(), version, 0, 2, new byte[] {1})
                        .row(shop.tenant().value(), version, 1, 2, new byte[] {2}),
                FOLD_IN_MODELS);
    }

    private static void lists(SmallShop shop, String version, Table table, String... keys) {
        Timestamp then = Timestamp.from(DAY_0);
        Rows rows = Rows.of(table);
        for (String key : keys) {
            rows = rows.row(shop.tenant().value(), version, key, "", then, then);
        }
        shop.write(rows, table);
    }

    private JobReport cleanUp(SmallShop shop, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--models.uri=" + models.toUri());
        CleanUpModelsConfig config = Settings.read(
                        CleanUpModelsJob.NAME,
                        new CleanUpModelsOptions(),
                        shop.options(all.toArray(String[]::new)),
                        Map.of())
                .orElseThrow();
        return CleanUpModelsJob.run(shop.run(CleanUpModelsJob.NAME), config);
    }

    private Path folder(SmallShop shop, String version) {
        return models.resolve(shop.tenant().value()).resolve(version);
    }

    private Path unfinished(SmallShop shop, String version, Instant touched) throws IOException {
        Path folder = Files.createDirectories(folder(shop, ".unfinished-" + version));
        Path part = Files.writeString(folder.resolve("part"), "");
        Files.setLastModifiedTime(part, FileTime.from(touched));
        Files.setLastModifiedTime(folder, FileTime.from(touched));
        return folder;
    }

    /** The versions that have lists; those that have some have all. */
    private static Set<String> versionsWithLists(SparkSession spark, SmallShop shop) {
        Set<String> versions = new TreeSet<>();
        List<Table> tables = new ArrayList<>(OF_USERS);
        tables.addAll(OF_ITEMS);
        tables.add(FOLD_IN_MODELS);
        for (Table table : tables) {
            List<String> ofTable =
                    SmallShop.cassandra(spark)
                            .read(table, shop.tenant())
                            .select("model_version")
                            .collectAsList()
                            .stream()
                            .map(row -> row.getString(0))
                            .sorted()
                            .toList();
            versions.addAll(ofTable);
            assertThat(ofTable).as(table.name()).hasSize(2 * new TreeSet<>(ofTable).size());
        }
        return versions;
    }

    private static List<String> published(SmallShop shop) {
        return SmallShop.postgres()
                .query(
                        "SELECT model_version FROM models WHERE tenant_id = ? AND published_at IS NOT NULL ORDER BY 1",
                        List.of(shop.tenant().value()),
                        row -> row.getString(1));
    }
}
