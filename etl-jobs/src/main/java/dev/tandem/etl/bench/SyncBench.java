package dev.tandem.etl.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobSettings;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.spark.SparkSessions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Measures ways to copy a shop's order lines from PostgreSQL to Cassandra: what the connector does by itself, what the
 * driver can do, what {@code sync-orders --mode=full} does, each into empty tables; and what an incremental run does after
 * one per cent of the orders changed. Prints one line {@code measurement {…}} for each way and round.
 */
public final class SyncBench {
    private static final int SHUFFLE_PARTITIONS = 16;
    private static final double NANOS = 1e9;

    private final SyncBenchConfig config;
    private final BenchShop shop;
    private final BenchKeyspace keyspace;
    private final Ways ways;

    private SyncBench(SyncBenchConfig config, BenchShop shop, BenchKeyspace keyspace, Ways ways) {
        this.config = config;
        this.shop = shop;
        this.keyspace = keyspace;
        this.ways = ways;
    }

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        try {
            Optional<SyncBenchConfig> config =
                    Settings.read("bench sync", new SyncBenchOptions(), args, System.getenv());
            if (config.isPresent()) {
                run(config.get());
            } else {
                System.out.print(Settings.help("bench sync", new SyncBenchOptions()));
            }
            return 0;
        } catch (TandemException e) {
            System.err.println(e.getMessage());
            return e.kind().exitCode();
        }
    }

    private static void run(SyncBenchConfig config) {
        JobSettings settings = new JobSettings(
                List.of(BenchShop.TENANT),
                config.sparkMaster(),
                SHUFFLE_PARTITIONS,
                config.postgres(),
                config.cassandra(),
                URI.create(""));
        try (BenchShop shop = BenchShop.open(new PostgresDatabase(config.postgres()), config.lines());
                BenchKeyspace keyspace = BenchKeyspace.open(config.cassandra());
                SparkSession spark = SparkSessions.open("bench-sync", config.sparkMaster(), SHUFFLE_PARTITIONS)) {
            new SyncBench(config, shop, keyspace, new Ways(spark, settings)).measure();
        }
    }

    private void measure() {
        for (int round = 1; round <= config.rounds(); round++) {
            keyspace.empty();
            long begun = System.nanoTime();
            long lines = ways.plainDriver();
            print("plain driver", round, begun, lines, Map.of());

            keyspace.empty();
            begun = System.nanoTime();
            ways.connectorDefaults();
            print("connector defaults", round, begun, lines, Map.of());

            keyspace.empty();
            begun = System.nanoTime();
            JobReport full = ways.syncOrders(SyncMode.FULL);
            double fullSeconds = print("full sync", round, begun, full.count("lines_in_cassandra"), full.counts());

            shop.changeOnePerCent(round);
            begun = System.nanoTime();
            JobReport changes = ways.syncOrders(SyncMode.INCREMENTAL);
            double seconds = print(
                    "incremental sync of 1 %", round, begun, changes.count("lines_in_postgres"), changes.counts());
            System.err.printf("The incremental sync took %.3f of the full sync's time%n", seconds / fullSeconds);
        }
    }

    private static double print(String way, int round, long begun, long lines, Map<String, Long> counts) {
        double seconds = (System.nanoTime() - begun) / NANOS;
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("way", way).put("round", round).put("seconds", seconds);
        json.put("amount", lines).put("unit", "rows");
        counts.forEach(json::put);
        System.out.println("measurement " + json);
        return seconds;
    }
}
