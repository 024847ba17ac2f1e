package dev.tandem.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.core.shop.TenantId;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Mixin;

class JobSettingsTest {
    static final class Options implements SettingsSource<JobSettings> {
        @Mixin
        private final JobOptions job = new JobOptions();

        @Override
        public JobSettings toSettings() {
            return job.toSettings();
        }
    }

    private static JobSettings read(Map<String, String> environment, String... args) {
        return Settings.read("work", new Options(), List.of(args), environment).orElseThrow();
    }

    @Test
    void hasDefaults() {
        assertThat(read(Map.of(), "--tenant=all"))
                .isEqualTo(new JobSettings(
                        List.of(),
                        "local[*]",
                        16,
                        new PostgresSettings("jdbc:postgresql://127.0.0.1:15432/tandem", "tandem", new Secret("")),
                        new CassandraSettings(
                                List.of(InetSocketAddress.createUnresolved("127.0.0.1", 19042)),
                                "datacenter1",
                                "tandem",
                                "",
                                new Secret("")),
                        URI.create("")));
    }

    @Test
    void takesEverySetting() {
        JobSettings settings = read(
                Map.of(
                        "TANDEM_SPARK_MASTER", "local[3]",
                        "TANDEM_POSTGRES_PASSWORD", "p",
                        "TANDEM_CASSANDRA_PASSWORD", "c"),
                "--tenant=shop",
                "--spark.shuffle-partitions=5",
                "--postgres.url=jdbc:postgresql://db:5432/t",
                "--postgres.user=writer",
                "--cassandra.contact-points=n1:1,n2:2",
                "--cassandra.datacenter=dc",
                "--cassandra.keyspace=other",
                "--cassandra.user=reader",
                "--report.uri=hdfs://reports/tonight/");

        assertThat(settings)
                .isEqualTo(new JobSettings(
                        List.of(new TenantId("shop")),
                        "local[3]",
                        5,
                        new PostgresSettings("jdbc:postgresql://db:5432/t", "writer", new Secret("p")),
                        new CassandraSettings(
                                List.of(
                                        InetSocketAddress.createUnresolved("n1", 1),
                                        InetSocketAddress.createUnresolved("n2", 2)),
                                "dc",
                                "other",
                                "reader",
                                new Secret("c")),
                        URI.create("hdfs://reports/tonight/")));
    }

    @Test
    void aShuffleHasAtLeastOnePart() {
        assertThatThrownBy(() -> read(Map.of(), "--tenant=all", "--spark.shuffle-partitions=0"))
                .hasMessageContaining("--spark.shuffle-partitions is '0'; allowed: 1 or more");
    }
}
