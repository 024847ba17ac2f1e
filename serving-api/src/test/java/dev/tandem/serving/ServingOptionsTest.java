package dev.tandem.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.airflow.AirflowSettings;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.intake.EventLimits;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingOptionsTest {
    private static ServingSettings read(Map<String, String> environment, String... args) {
        return Settings.read("serving-api", new ServingOptions(), List.of(args), environment)
                .orElseThrow();
    }

    @Test
    void hasADefaultForEverything() {
        assertThat(read(Map.of()))
                .isEqualTo(new ServingSettings(
                        "127.0.0.1",
                        7070,
                        new CassandraSettings(
                                List.of(InetSocketAddress.createUnresolved("127.0.0.1", 19042)),
                                "datacenter1",
                                "tandem",
                                "",
                                new Secret("")),
                        512,
                        new KafkaSettings("127.0.0.1:19092"),
                        new EventLimits(Duration.ofSeconds(5), 10_000),
                        new AnswerSettings(
                                new TenantId("shop"),
                                new TenantId("shop"),
                                new TenantId("store"),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(100),
                                Demotion.Choice.ON),
                        Optional.empty()));
    }

    @Test
    void everythingCanBeSet() {
        ServingSettings settings = read(
                Map.of(
                        "TANDEM_CASSANDRA_PASSWORD",
                        "hush",
                        "TANDEM_API_PORT",
                        "7071",
                        "TANDEM_AIRFLOW_PASSWORD",
                        "hush too"),
                "--airflow.url=http://airflow:8080",
                "--airflow.user=me",
                "--airflow.timeout=PT3S",
                "--api.host=localhost",
                "--api.default-tenant=store",
                "--api.productmatch-tenant=other-shop",
                "--api.feedback-tenant=other-store",
                "--api.request-timeout=PT0.5S",
                "--api.tenant-cache-age=PT1S",
                "--api.model-cache-age=PT3S",
                "--api.best-sellers-cache-age=PT4S",
                "--api.trending-cache-age=PT6S",
                "--api.stock-cache-age=PT5S",
                "--api.live-list-cache-age=PT0.05S",
                "--api.list-cache-age=PT0S",
                "--demotion=off",
                "--api.max-store-reads=9",
                "--cassandra.contact-points=a:1,b:2",
                "--cassandra.datacenter=west",
                "--cassandra.keyspace=other",
                "--cassandra.user=reader",
                "--kafka.bootstrap-servers=c:1,d:2",
                "--api.event-timeout=PT7S",
                "--api.max-events-in-flight=600");

        assertThat(settings)
                .isEqualTo(new ServingSettings(
                        "localhost",
                        7071,
                        new CassandraSettings(
                                List.of(
                                        InetSocketAddress.createUnresolved("a", 1),
                                        InetSocketAddress.createUnresolved("b", 2)),
                                "west",
                                "other",
                                "reader",
                                new Secret("hush")),
                        9,
                        new KafkaSettings("c:1,d:2"),
                        new EventLimits(Duration.ofSeconds(7), 600),
                        new AnswerSettings(
                                new TenantId("store"),
                                new TenantId("other-shop"),
                                new TenantId("other-store"),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(5),
                                Duration.ZERO,
                                Duration.ofMillis(50),
                                Demotion.Choice.OFF),
                        Optional.of(new AirflowSettings(
                                URI.create("http://airflow:8080"),
                                "me",
                                new Secret("hush too"),
                                Duration.ofSeconds(3)))));
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "", "no such host"})
    void listensOnALoopbackAddressOnly(String host) {
        assertThatThrownBy(() -> read(Map.of(), "--api.host=" + host))
                .hasMessageContaining("--api.host is '" + host + "'; allowed: a loopback address such as 127.0.0.1,"
                        + " because there are no API keys and access is open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--api.request-timeout=PT0S", "--api.model-cache-age=-PT1S", "--api.tenant-cache-age=PT61S"})
    void timesAreWithinAMinute(String option) {
        assertThatThrownBy(() -> read(Map.of(), option)).hasMessageContaining("more than PT0S and at most PT1M");
    }

    @Test
    void atLeastOneReadAndAtMostAConnectionFullAreUnderWay() {
        assertThatThrownBy(() -> read(Map.of(), "--api.max-store-reads=0")).hasMessageContaining("allowed: 1 to 1024");
    }

    @Test
    void atLeastOneRequestAndAtMostABufferFullOfEventsAreUnderWay() {
        assertThatThrownBy(() -> read(Map.of(), "--api.max-events-in-flight=499"))
                .hasMessageContaining("allowed: 500 to 20000");
    }

    @Test
    void whatAUserJustDidShowsWithinASecond() {
        assertThatThrownBy(() -> read(Map.of(), "--api.live-list-cache-age=PT1.1S"))
                .hasMessageContaining("--api.live-list-cache-age is 'PT1.1S'; allowed: PT0S to PT1S");
    }

    @Test
    void demotionIsOnOrOff() {
        assertThatThrownBy(() -> read(Map.of(), "--demotion=no"))
                .hasMessageContaining("--demotion is 'no'; allowed: on or off");
    }

    @Test
    void aPortIsAPort() {
        assertThatThrownBy(() -> read(Map.of(), "--api.port=65536")).hasMessageContaining("allowed: 0 to 65535");
    }
}
