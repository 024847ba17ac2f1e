package dev.tandem.serving;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.ReadLimits;
import dev.tandem.serving.intake.KafkaEventLog;
import dev.tandem.serving.offer.KafkaOfferFeed;
import dev.tandem.serving.retraining.Retraining;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API as a process. It ends on SIGTERM, after the answers that are under way. */
public final class ServingMain {
    private static final Logger log = LoggerFactory.getLogger(ServingMain.class);
    private static final String COMMAND = "serving-api";

    private ServingMain() {}

    public static void main(String[] args) {
        try {
            run(List.of(args), System.getenv());
        } catch (TandemException e) {
            System.err.println(e.getMessage());
            System.exit(e.kind().exitCode());
        }
    }

    private static void run(List<String> args, Map<String, String> environment) {
        Optional<ServingSettings> settings = Settings.read(COMMAND, new ServingOptions(), args, environment);
        if (settings.isEmpty()) {
            System.out.println(Settings.help(COMMAND, new ServingOptions()));
            return;
        }
        serve(settings.get());
    }

    private static void serve(ServingSettings settings) {
        Instant begin = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CassandraClient cassandra = CassandraClient.connect(
                settings.cassandra(),
                new ReadLimits(settings.answers().requestTimeout(), settings.maxStoreReads()),
                metrics);
        KafkaEventLog events = KafkaEventLog.connect(settings.kafka(), settings.events(), ServingApi.topics());
        Retraining retraining = settings.airflow().map(Retraining::through).orElseGet(Retraining::closed);
        KafkaOfferFeed offers = new KafkaOfferFeed(settings.kafka());
        Javalin api =
                ServingApi.create(Dependencies.on(cassandra, metrics, settings.answers()), retraining, events, offers);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
        start(api, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(api, offers, events, cassandra), "stop"));
        log.info(
                "Listening on http://{}:{} after {} ms, open to everyone on this machine (loopback only): {}",
                settings.host(),
                api.port(),
                Duration.between(begin, Instant.now()).toMillis(),
                settings);
    }

    private static void start(Javalin api, ServingSettings settings) {
        try {
            api.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "%s cannot start: %s:%d is taken. End what listens there, or choose another --api.port"
                            .formatted(COMMAND, settings.host(), settings.port()),
                    e);
        }
    }

    private static void stop(Javalin api, KafkaOfferFeed offers, KafkaEventLog events, CassandraClient cassandra) {
        log.info("Stopping");
        api.stop();
        offers.close();
        events.close();
        cassandra.close();
        log.info("Stopped");
        // A JVM that a signal ends has exit code 143 even after an orderly stop, which an orchestrator takes for a
        // failure.
        Runtime.getRuntime().halt(0);
    }
}
