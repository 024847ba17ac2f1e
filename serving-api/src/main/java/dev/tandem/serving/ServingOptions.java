package dev.tandem.serving;

import dev.tandem.airflow.AirflowOptions;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.KafkaOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.intake.EventLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link ServingSettings}. */
final class ServingOptions implements SettingsSource<ServingSettings> {
    private static final int MAX_PORT = 65_535;
    // What the driver takes on the one connection that it has to a node.
    private static final int MAX_READS = 1024;
    // As many as one request may have.
    private static final int LEAST_EVENTS = 500;
    // What the producer's buffer holds.
    private static final int MOST_EVENTS = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    // Whoever does something wants to see it.
    private static final Duration LONGEST_LIVE = Duration.ofSeconds(1);

    @Option(
            names = "--api.host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; a loopback address, because access is open.")
    private String host = "";

    @Option(names = "--api.port", defaultValue = "7070", description = "Port to listen on; 0 takes a free one.")
    private int port;

    @Option(
            names = "--api.default-tenant",
            defaultValue = "shop",
            description = "The tenant of requests without header Tandem-Tenant.")
    private String defaultTenant = "";

    @Option(
            names = "--api.productmatch-tenant",
            defaultValue = "shop",
            description = "The tenant of requests to /api/v1/user_…, which name none.")
    private String productMatchTenant = "";

    @Option(
            names = "--api.feedback-tenant",
            defaultValue = "store",
            description = "The tenant of reviews that are sent to /receive, which name none.")
    private String feedbackTenant = "";

    @Option(
            names = "--api.request-timeout",
            defaultValue = "PT2S",
            description = "How long a request may wait for the store, such as PT2S.")
    private Duration requestTimeout = Duration.ZERO;

    @Option(
            names = "--api.tenant-cache-age",
            defaultValue = "PT10S",
            description = "How long it is remembered whether a tenant exists.")
    private Duration maxTenantAge = Duration.ZERO;

    @Option(
            names = "--api.model-cache-age",
            defaultValue = "PT2S",
            description = "How long the active model is remembered, so how long a switch of models may take.")
    private Duration maxModelAge = Duration.ZERO;

    @Option(
            names = "--api.best-sellers-cache-age",
            defaultValue = "PT10S",
            description = "How long best sellers are remembered.")
    private Duration maxBestSellersAge = Duration.ZERO;

    @Option(
            names = "--api.trending-cache-age",
            defaultValue = "PT2S",
            description = "How long it is remembered what trends.")
    private Duration maxTrendingAge = Duration.ZERO;

    @Option(
            names = "--api.stock-cache-age",
            defaultValue = "PT2S",
            description = "How long it is remembered which items are out of stock, and which are demoted.")
    private Duration maxStockAge = Duration.ZERO;

    @Option(
            names = "--api.list-cache-age",
            defaultValue = "PT5S",
            description = "How long a published list is remembered; PT0S for not at all.")
    private Duration maxListAge = Duration.ZERO;

    @Option(
            names = "--api.live-list-cache-age",
            defaultValue = "PT0.1S",
            description = "How long a user's live list is remembered, so how long what the user just did may take to"
                    + " show; at most PT1S, PT0S for not at all.")
    private Duration maxLiveListAge = Duration.ZERO;

    @Option(
            names = "--api.max-store-reads",
            defaultValue = "512",
            description = "How many reads of the store may be under way; more are refused at once with 503.")
    private int maxStoreReads;

    @Option(
            names = "--api.event-timeout",
            defaultValue = "PT5S",
            description = "How long a request may wait for the broker to acknowledge its events.")
    private Duration eventTimeout = Duration.ZERO;

    @Option(
            names = "--api.max-events-in-flight",
            defaultValue = "10000",
            description = "How many events may wait for the broker; more are refused at once with 429.")
    private int maxEventsInFlight;

    @Option(
            names = "--demotion",
            defaultValue = "on",
            description = "Whether items that many are unhappy with stand behind all others in lists: on or off.")
    private String demotion = "";

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final CassandraOptions cassandra = new CassandraOptions();

    @Mixin
    private final AirflowOptions airflow = new AirflowOptions();

    @Override
    public ServingSettings toSettings() {
        if (port < 0 || port > MAX_PORT) {
            throw TandemException.invalid("--api.port", String.valueOf(port), "0 to " + MAX_PORT);
        }
        if (maxStoreReads < 1 || maxStoreReads > MAX_READS) {
            throw TandemException.invalid("--api.max-store-reads", String.valueOf(maxStoreReads), "1 to " + MAX_READS);
        }
        return new ServingSettings(
                loopback(host),
                port,
                cassandra.toSettings(),
                maxStoreReads,
                kafka.toSettings(),
                events(),
                answers(),
                airflow.toSettings());
    }

    private EventLimits events() {
        if (maxEventsInFlight < LEAST_EVENTS || maxEventsInFlight > MOST_EVENTS) {
            throw TandemException.invalid(
                    "--api.max-events-in-flight",
                    String.valueOf(maxEventsInFlight),
                    "%d to %d".formatted(LEAST_EVENTS, MOST_EVENTS));
        }
        return new EventLimits(bounded("--api.event-timeout", eventTimeout), maxEventsInFlight);
    }

    private AnswerSettings answers() {
        return new AnswerSettings(
                new TenantId(defaultTenant),
                new TenantId(productMatchTenant),
                new TenantId(feedbackTenant),
                bounded("--api.request-timeout", requestTimeout),
                bounded("--api.tenant-cache-age", maxTenantAge),
                bounded("--api.model-cache-age", maxModelAge),
                bounded("--api.best-sellers-cache-age", maxBestSellersAge),
                bounded("--api.trending-cache-age", maxTrendingAge),
                bounded("--api.stock-cache-age", maxStockAge),
                maxListAge.isZero() ? maxListAge : bounded("--api.list-cache-age", maxListAge),
                maxLiveListAge(),
                demotion());
    }

    private Demotion.Choice demotion() {
        return switch (demotion) {
            case "on" -> Demotion.Choice.ON;
            case "off" -> Demotion.Choice.OFF;
            default -> throw TandemException.invalid("--demotion", demotion, "on or off");
        };
    }

    private Duration maxLiveListAge() {
        if (maxLiveListAge.isNegative() || maxLiveListAge.compareTo(LONGEST_LIVE) > 0) {
            throw TandemException.invalid(
                    "--api.live-list-cache-age", maxLiveListAge.toString(), "PT0S to " + LONGEST_LIVE);
        }
        return maxLiveListAge;
    }

    private static String loopback(String host) {
        String allowed = "a loopback address such as 127.0.0.1, because there are no API keys and access is open";
        try {
            if (!host.isBlank() && InetAddress.getByName(host).isLoopbackAddress()) {
                return host;
            }
        } catch (UnknownHostException e) {
            throw TandemException.invalid("--api.host", host, allowed);
        }
        throw TandemException.invalid("--api.host", host, allowed);
    }

    private static Duration bounded(String option, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
            throw TandemException.invalid(option, value.toString(), "more than PT0S and at most " + LONGEST);
        }
        return value;
    }
}
