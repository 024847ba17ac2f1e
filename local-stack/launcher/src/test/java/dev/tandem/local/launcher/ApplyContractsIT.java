package dev.tandem.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.local.services.server.StackFolders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts applied to stores that somebody else started. */
class ApplyContractsIT {
    private static final Lease LEASE = SharedStack.lease("applycontracts");

    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path folder;

    private int run(Stream<String> options) {
        printed.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(printed, true);
        return TandemMain.commandLine(new StackFolders(folder, folder.resolve("var")), Map.of())
                .setOut(out)
                .setErr(out)
                .execute(Stream.concat(Stream.of("apply-contracts"), options).toArray(String[]::new));
    }

    @Test
    void anEmptyKeyspaceGetsItsTablesAndARepetitionChangesNothing() {
        Stream<String> options = Stream.concat(
                LEASE.options().stream().filter(option -> !option.startsWith("--cassandra.keyspace=")),
                Stream.of(
                        "--cassandra.keyspace=fresh_one",
                        "--kafka.bootstrap-servers=" + LEASE.kafkaBootstrapServers()));
        String[] fixed = options.toArray(String[]::new);

        assertThat(run(Stream.of(fixed))).as(printed.toString()).isZero();
        assertThat(printed.toString()).contains("tables are in place", "topics are in place");
        assertThat(run(Stream.of(fixed))).as(printed.toString()).isZero();
    }

    @Test
    void aStoreThatDoesNotAnswerIsNamedAndExitsWith5() {
        int exitCode = run(Stream.of("--postgres.url=jdbc:postgresql://127.0.0.1:1/nowhere"));

        assertThat(exitCode).isEqualTo(5);
        assertThat(printed.toString()).contains("jdbc:postgresql://127.0.0.1:1/nowhere");
    }
}
