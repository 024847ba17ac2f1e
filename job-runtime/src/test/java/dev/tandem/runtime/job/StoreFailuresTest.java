package dev.tandem.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class StoreFailuresTest {
    private static final JobSettings SETTINGS = new JobSettings(
            List.of(),
            "local[2]",
            2,
            new PostgresSettings("jdbc:postgresql://db:1/t", "writer", new Secret("")),
            new CassandraSettings(
                    List.of(InetSocketAddress.createUnresolved("node", 2)), "dc", "k", "reader", new Secret("")),
            URI.create(""));

    private static TandemException explain(Throwable failure) {
        return StoreFailures.explain(
                new SparkException("Job aborted", failure), SETTINGS.postgres(), SETTINGS.cassandra());
    }

    @Test
    void aRefusedConnectionToPostgresIsADependencysAndNamesTheAddress() {
        TandemException explained = explain(new SQLException("Connection refused", "08001"));

        assertThat(explained.kind()).isEqualTo(FailureKind.DEPENDENCY);
        assertThat(explained)
                .hasMessage("PostgreSQL at jdbc:postgresql://db:1/t does not answer (Connection refused)."
                        + " Start it, or set --postgres.url");
    }

    @Test
    void aWrongPasswordOfPostgresIsAMatterOfConfiguration() {
        TandemException explained = explain(new SQLException("password authentication failed", "28P01"));

        assertThat(explained.kind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(explained)
                .hasMessageContaining("refuses user writer")
                .hasMessageContaining("TANDEM_POSTGRES_PASSWORD");
    }

    @Test
    void cassandraThatCannotBeReachedIsADependencysAndNamesTheAddress() {
        TandemException explained = explain(new NoNodeAvailableException());

        assertThat(explained.kind()).isEqualTo(FailureKind.DEPENDENCY);
        assertThat(explained)
                .hasMessageStartingWith("Cassandra at node:2 does not answer")
                .hasMessageContaining("set --cassandra.contact-points");
    }

    @Test
    void theConnectorsOwnWayOfSayingSoIsUnderstood() {
        TandemException explained =
                explain(new IOException("Failed to open native connection to Cassandra at Contact Points [] :: why"));

        assertThat(explained.kind()).isEqualTo(FailureKind.DEPENDENCY);
    }

    @Test
    void aQueryThatIsWrongIsTandemsOwnFault() {
        assertThat(explain(new SQLException("syntax error", "42601")).kind()).isEqualTo(FailureKind.INTERNAL);
        assertThat(explain(new IllegalStateException("odd")).kind()).isEqualTo(FailureKind.INTERNAL);
    }

    @Test
    void whatIsExplainedAlreadyStaysAsItIs() {
        TandemException known = new TandemException(FailureKind.QUALITY_GATE, "Not better");

        assertThat(explain(known)).isSameAs(known);
    }
}
