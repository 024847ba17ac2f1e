package dev.tandem.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.job.BatchJob;
import dev.tandem.local.launcher.job.JobProcess;
import dev.tandem.local.launcher.shopdata.LoadCounts;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopLoader;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopSize;
import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.process.Deadline;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync whose stores, or which itself, is killed while it writes. */
class SyncKilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final SyntheticShopSize SIZE = new SyntheticShopSize(200, 100, 4, 60);
    /** What the second compiler would gain, a job of seconds does not earn back. */
    private static final Map<String, String> SHORT_LIVED = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    private static final String DATABASE = "tandem";

    @TempDir
    private Path folder;

    private LauncherProcess tandem;
    private int runs;

    @BeforeEach
    void start() throws Exception {
        tandem = new LauncherProcess(folder);
        heal();
    }

    @AfterEach
    void leaveNothing() throws InterruptedException {
        tandem.start("down").exitCode();
    }

    @Test
    void nothingIsLostWhoeverDiesMeanwhile() throws Exception {
        LoadCounts shop = SyntheticShopLoader.load(
                new PostgresSettings(postgres().url(DATABASE), PostgresServer.USER, new Secret("")),
                new TenantId("shop"),
                SIZE,
                1,
                Instant.parse("2026-02-01T00:00:00Z"));

        Sync withoutCassandra = killWhileSyncing("cassandra");
        assertThat(withoutCassandra.exitCode()).as(withoutCassandra.printed()).isEqualTo(5);
        assertThat(withoutCassandra.printed())
                .contains("Cassandra at " + cassandra().address() + " does not answer");

        heal();
        Sync withoutPostgres = killWhileSyncing("postgres");
        assertThat(withoutPostgres.exitCode()).as(withoutPostgres.printed()).isEqualTo(5);
        assertThat(withoutPostgres.printed())
                .contains("PostgreSQL at " + postgres().url(DATABASE) + " does not answer");

        heal();
        Sync killed = slowSync();
        killed.process().destroyForcibly().waitFor();

        Sync last = startSync("--mode=incremental");
        assertThat(last.exitCode()).as(last.printed()).isZero();
        long lines = shop.lines().inserted();
        assertThat(last.printed()).contains("lines_in_postgres=%d, lines_in_cassandra=%1$d".formatted(lines));
        assertThat(linesInCassandra()).isEqualTo(lines);
    }

    /** A run of the job and where its output goes. */
    private record Sync(Process process, Path output) {
        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        String printed() throws java.io.IOException {
            return Files.readString(output);
        }
    }

    private void heal() throws InterruptedException {
        LauncherProcess.Run up = tandem.start("up");
        assertThat(up.exitCode()).as(up.printed()).isZero();
    }

    private Sync killWhileSyncing(String server) throws Exception {
        Sync sync = slowSync();
        long pid = record(server).process().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        return sync;
    }

    /** A run that takes its time, once it reads and writes. */
    private Sync slowSync() throws Exception {
        Sync sync = startSync("--cassandra.max-rows-per-second=500");
        try (CqlSession session = CassandraContract.session(cassandra())) {
            boolean isUnderWay = Deadline.in(PATIENCE)
                    .meets(() -> !sync.process().isAlive() || (isRead() && linesInCassandra(session) > 0));
            assertThat(isUnderWay && sync.process().isAlive())
                    .as(sync.printed())
                    .isTrue();
        }
        return sync;
    }

    private Sync startSync(String option) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--tenant=shop",
                "--interval-end=2026-02-01T00:00:00Z",
                "--postgres.url=" + postgres().url(DATABASE),
                "--cassandra.contact-points=" + cassandra().address()));
        arguments.add("--spark.shuffle-partitions=2");
        arguments.add(option);
        Path output = folder.resolve("sync-" + ++runs + ".txt");
        ProcessBuilder builder =
                new JobProcess(tandem.folders(), "512m", SHORT_LIVED).prepare(BatchJob.SYNC_ORDERS, arguments);
        return new Sync(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Whether somebody reads orders out of PostgreSQL at this moment. */
    private boolean isRead() {
        String sql =
                "SELECT count(*) > 0 FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE '%is_present%'"
                        + " AND state <> 'idle'";
        try (Connection connection = DriverManager.getConnection(postgres().url(DATABASE), PostgresServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long linesInCassandra() {
        try (CqlSession session = CassandraContract.session(cassandra())) {
            return linesInCassandra(session);
        }
    }

    private static long linesInCassandra(CqlSession session) {
        long lines = 0;
        for (Table table :
                List.of(CassandraTables.ORDER_LINES_BY_USER, CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER)) {
            lines += session.execute("SELECT count(*) FROM " + DATABASE + "." + table.name())
                    .iterator()
                    .next()
                    .getLong(0);
        }
        return lines;
    }

    private ProcessRecord record(String server) {
        return ProcessRecord.read(tandem.folders().record(server)).orElseThrow();
    }

    private PostgresServer postgres() {
        return new PostgresServer(record("postgres").port());
    }

    private CassandraServer cassandra() {
        return new CassandraServer(record("cassandra").port(), 0);
    }
}
