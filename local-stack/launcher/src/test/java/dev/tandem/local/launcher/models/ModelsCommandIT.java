package dev.tandem.local.launcher.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ModelsCommandIT {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-04-02T00:00:00Z"), ZoneOffset.UTC);

    private static Lease lease;
    private static CqlSession cassandra;

    /** What a command printed, and how it ended. */
    private record Ended(int exitCode, String out, String err) {}

    @BeforeAll
    static void open() {
        lease = SharedStack.lease("models");
        cassandra = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(lease.cassandraHost(), lease.cassandraPort()))
                .withLocalDatacenter(lease.cassandraDatacenter())
                .withKeyspace(lease.cassandraKeyspace())
                .build();
    }

    @AfterAll
    static void close() {
        cassandra.close();
    }

    @Test
    void promotesAndRollsBackWhatHasLists() throws SQLException {
        shop("switching");
        published("switching", "a");
        published("switching", "b");
        served("switching", "b");

        Ended promoted = run("promote", "a", "--tenant=switching");
        String afterPromotion = active("switching");
        Ended rolledBack = run("rollback", "--tenant=switching");
        String afterRollback = active("switching");
        Ended rolledBackAgain = run("rollback", "--tenant=switching");

        assertThat(promoted).isEqualTo(new Ended(0, "a is served now\n", ""));
        assertThat(afterPromotion).isEqualTo("a");
        assertThat(rolledBack).isEqualTo(new Ended(0, "b is served now, as before\n", ""));
        assertThat(afterRollback).isEqualTo("b");
        assertThat(rolledBackAgain.out()).isEqualTo("a is served now, as before\n");
        assertThat(causes("switching"))
                .containsExactly("a publish", "b publish", "a promote", "b rollback", "a rollback");
    }

    @Test
    void saysWhereThereIsNothingToRollBackTo() throws SQLException {
        shop("young");
        published("young", "a");
        served("young", "a");

        Ended ended = run("rollback", "--tenant=young");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err())
                .contains("No model of tenant young was served before a; './tandem models promote VERSION' serves");
        assertThat(active("young")).isEqualTo("a");
    }

    @Test
    void refusesToServeWhatHasNoLists() throws SQLException {
        shop("unlisted");
        published("unlisted", "a");
        served("unlisted", "a");
        model("unlisted", "b", "passed", "");

        Ended ended = run("promote", "b", "--tenant=unlisted", "--force");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err())
                .contains("Model b has no lists in Cassandra. This makes them, and serves it: ./tandem run"
                        + " publish-recommendations --tenant=unlisted --model-version=b");
        assertThat(active("unlisted")).isEqualTo("a");
        assertThat(causes("unlisted")).containsExactly("a publish");
    }

    @Test
    void servesWhatTheGateRefusedByForceAlone() throws SQLException {
        shop("gated");
        published("gated", "a");
        served("gated", "a");
        model("gated", "b", "refused", "2026-04-01T03:00:00Z");
        lists("gated", "b");

        Ended refused = run("promote", "b", "--tenant=gated");
        String afterRefusal = active("gated");
        Ended forced = run("promote", "b", "--tenant=gated", "--force");

        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err())
                .contains("The quality gate refused model b: too little. --force serves it nevertheless");
        assertThat(afterRefusal).isEqualTo("a");
        assertThat(forced.exitCode()).isZero();
        assertThat(active("gated")).isEqualTo("b");
    }

    @Test
    void listsShowsAndCompares() throws SQLException {
        shop("looking");
        published("looking", "a");
        served("looking", "a");
        model("looking", "b", "refused", "");

        Ended listed = run("list", "--tenant=looking");
        Ended shown = run("show", "b", "--tenant=looking");
        Ended compared = run("compare", "a", "b", "--tenant=looking");
        Ended unknown = run("show", "c", "--tenant=looking");

        assertThat(listed.out().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("a served passed "))
                .anyMatch(line -> line.startsWith("b trained refused "));
        assertThat(shown.out()).contains("too little", "rank 64", "new_ndcg_at_10 0.1");
        assertThat(compared.out()).contains("new_ndcg_at_10", "+0.0 %");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err())
                .contains("Tenant looking has no model c; './tandem models list --tenant=looking' shows");
    }

    private static Ended run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(lease.options());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new ModelsCommand(NOW))
                .registerConverter(Secret.class, Secret::new)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println(e.getMessage());
                    return e instanceof TandemException known ? known.kind().exitCode() : 1;
                })
                .execute(all.toArray(String[]::new));
        return new Ended(exitCode, out.toString(), err.toString());
    }

    /** A tenant with one user, who bought one item in March. */
    private static void shop(String tenant) throws SQLException {
        sql("INSERT INTO tenants (tenant_id, name) VALUES ('%s', 'A shop')".formatted(tenant));
        sql("INSERT INTO users (tenant_id, user_id, registered_at) VALUES ('%s', 'u1', '2026-03-01Z')"
                .formatted(tenant));
        sql("INSERT INTO items (tenant_id, item_id, name, category) VALUES ('%s', 'i1', 'Item', 'any')"
                .formatted(tenant));
        sql(("INSERT INTO orders (tenant_id, order_id, user_id, ordered_at)"
                        + " VALUES ('%s', 'o1', 'u1', '2026-03-10T00:00:00Z')")
                .formatted(tenant));
        sql(("INSERT INTO order_lines (tenant_id, order_id, line_number, item_id, quantity, unit_price)"
                        + " VALUES ('%s', 'o1', 1, 'i1', 1, 1)")
                .formatted(tenant));
    }

    /** A model with lists, which the log knows. */
    private static void published(String tenant, String version) throws SQLException {
        model(tenant, version, "passed", "2026-04-01T03:00:00Z");
        lists(tenant, version);
        sql(("INSERT INTO model_promotions (tenant_id, model_version, cause, promoted_at)"
                        + " VALUES ('%s', '%s', 'publish', '2026-04-01T03:00:00Z')")
                .formatted(tenant, version));
    }

    private static void model(String tenant, String version, String verdict, String publishedAt) throws SQLException {
        sql(("INSERT INTO models (tenant_id, model_version, algorithm, settings, interval_start, interval_end,"
                        + " events_until, artefact_uri, row_counts, trained_at, published_at, metrics, verdict,"
                        + " verdict_reasons) VALUES ('%s', '%s', 'ials', '{\"rank\": 64}', '2026-03-01Z', '2026-04-01Z',"
                        + " '2026-03-31Z', 'file:/models/x', '{\"users\": 1}', '2026-04-01T02:00:00Z', %s,"
                        + " '{\"new_ndcg_at_10\": 0.1}', '%s', '[\"too little\"]')")
                .formatted(tenant, version, publishedAt.isEmpty() ? "NULL" : "'" + publishedAt + "'", verdict));
    }

    private static void lists(String tenant, String version) {
        cassandra.execute(
                "INSERT INTO recommendations_by_user (tenant_id, model_version, user_id, items) VALUES (?, ?, 'u1', '')",
                tenant,
                version);
    }

    private static void served(String tenant, String version) {
        cassandra.execute("INSERT INTO active_models (tenant_id, model_version) VALUES (?, ?)", tenant, version);
    }

    private static String active(String tenant) {
        return String.valueOf(cassandra
                .execute("SELECT model_version FROM active_models WHERE tenant_id = ?", tenant)
                .all()
                .get(0)
                .getString(0));
    }

    private static List<String> causes(String tenant) {
        try (RegistryTables registry = RegistryTables.open(lease.postgres(), new TenantId(tenant))) {
            return registry.promotions().stream()
                    .map(promotion -> promotion.version() + " " + promotion.cause())
                    .toList();
        }
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(lease.postgresUrl(), lease.postgresUser(), "");
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }
}
