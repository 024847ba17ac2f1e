package dev.tandem.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class SettingsTest {
    private static final List<String> NONE = List.of();

    record Sample(int size, Duration age, CassandraSettings cassandra, PostgresSettings postgres) {}

    static final class SampleOptions implements SettingsSource<Sample> {
        @Option(names = "--sample.size", defaultValue = "7", description = "How many.")
        private int size;

        @Option(names = "--sample.max-age", defaultValue = "PT30S", description = "How old.")
        private Duration age = Duration.ZERO;

        @Mixin
        private final CassandraOptions cassandra = new CassandraOptions();

        @Mixin
        private final PostgresOptions postgres = new PostgresOptions();

        @Override
        public Sample toSettings() {
            return new Sample(size, age, cassandra.toSettings(), postgres.toSettings());
        }
    }

    private static Sample read(List<String> args, Map<String, String> environment) {
        return Settings.read("sample", new SampleOptions(), args, environment).orElseThrow();
    }

    @Test
    void everythingHasADefault() {
        Sample settings = read(NONE, Map.of());

        assertThat(settings)
                .isEqualTo(new Sample(
                        7,
                        Duration.ofSeconds(30),
                        new CassandraSettings(
                                List.of(InetSocketAddress.createUnresolved("127.0.0.1", 19042)),
                                "datacenter1",
                                "tandem",
                                "",
                                new Secret("")),
                        new PostgresSettings("jdbc:postgresql://127.0.0.1:15432/tandem", "tandem", new Secret(""))));
    }

    @Test
    void everythingCanBeSet() {
        Sample settings = read(
                List.of(
                        "--sample.size=9",
                        "--sample.max-age=PT2M",
                        "--cassandra.contact-points=c1:9042,c2:9043",
                        "--cassandra.datacenter=dc2",
                        "--cassandra.keyspace=shops",
                        "--cassandra.user=reader",
                        "--postgres.url=jdbc:postgresql://db:5432/shops",
                        "--postgres.user=writer"),
                Map.of("TANDEM_CASSANDRA_PASSWORD", "c-secret", "TANDEM_POSTGRES_PASSWORD", "p-secret"));

        assertThat(settings)
                .isEqualTo(new Sample(
                        9,
                        Duration.ofMinutes(2),
                        new CassandraSettings(
                                List.of(
                                        InetSocketAddress.createUnresolved("c1", 9042),
                                        InetSocketAddress.createUnresolved("c2", 9043)),
                                "dc2",
                                "shops",
                                "reader",
                                new Secret("c-secret")),
                        new PostgresSettings("jdbc:postgresql://db:5432/shops", "writer", new Secret("p-secret"))));
    }

    @Test
    void commandLineBeatsEnvironmentBeatsDefault() {
        Map<String, String> environment = Map.of("TANDEM_SAMPLE_SIZE", "8");

        assertThat(read(NONE, environment).size()).isEqualTo(8);
        assertThat(read(List.of("--sample.size=9"), environment).size()).isEqualTo(9);
    }

    @Test
    void secretsNeverPrint() {
        Sample settings = read(NONE, Map.of("TANDEM_POSTGRES_PASSWORD", "hunter2"));

        assertThat(settings.postgres().password().reveal()).isEqualTo("hunter2");
        assertThat(settings.toString()).doesNotContain("hunter2").contains("password=***");
    }

    @Test
    void helpNamesEverySettingAndHowToGiveItInTheEnvironment() {
        assertThat(Settings.read("sample", new SampleOptions(), List.of("--help"), Map.of()))
                .isEqualTo(Optional.empty());
        assertThat(Settings.help("sample", new SampleOptions()))
                .contains("--sample.max-age", "How old.", "PT30S", "--postgres.url", "TANDEM_A_B_C");
    }

    @Nested
    class WhatIsWrong {
        @Test
        void isReportedAllAtOnce() {
            assertThatThrownBy(() ->
                            read(List.of("--sample.size=many", "--sample.max-age=soon", "--sample.sise=3"), Map.of()))
                    .isInstanceOfSatisfying(
                            TandemException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CONFIGURATION))
                    .hasMessageContaining("sample cannot start:")
                    .hasMessageContaining("--sample.size (or TANDEM_SAMPLE_SIZE): ")
                    .hasMessageContaining("'many' is not an int")
                    .hasMessageContaining("--sample.max-age (or TANDEM_SAMPLE_MAX_AGE): ")
                    .hasMessageContaining("Unknown setting --sample.sise=3; did you mean --sample.size")
                    .hasMessageContaining("See sample --help");
        }

        @Test
        void includesAnUnreadableVariable() {
            assertThatThrownBy(() -> read(NONE, Map.of("TANDEM_SAMPLE_SIZE", "many")))
                    .hasMessageContaining("--sample.size (or TANDEM_SAMPLE_SIZE): ");
        }

        @Test
        void includesASecretOnTheCommandLineWithoutRepeatingIt() {
            assertThatThrownBy(() -> read(List.of("--postgres.password=hunter2"), Map.of()))
                    .hasMessageContaining(
                            "--postgres.password is a secret and would be seen by everyone on the machine; set"
                                    + " TANDEM_POSTGRES_PASSWORD instead")
                    .hasMessageNotContaining("hunter2");
        }

        @Test
        void includesWhatTheRecordItselfRefuses() {
            assertThatThrownBy(() -> read(List.of("--cassandra.contact-points=nowhere"), Map.of()))
                    .hasMessageContaining(
                            "--cassandra.contact-points is 'nowhere'; allowed: host:port, such as 127.0.0.1:19042");
            assertThatThrownBy(() -> read(List.of("--cassandra.keyspace=Robert; DROP"), Map.of()))
                    .hasMessageContaining("--cassandra.keyspace is 'Robert; DROP'");
        }
    }
}
