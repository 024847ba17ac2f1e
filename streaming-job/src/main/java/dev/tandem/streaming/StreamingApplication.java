package dev.tandem.streaming;

import dev.tandem.runtime.spark.SparkSessions;
import dev.tandem.streaming.metrics.MetricsServer;
import dev.tandem.streaming.metrics.ProgressListener;
import dev.tandem.streaming.metrics.QueryMetrics;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.QuerySupervisor;
import dev.tandem.streaming.query.Tuning;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application while it runs: a Spark session, a supervised thread a query, and the endpoint that tells about them. */
final class StreamingApplication implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamingApplication.class);
    private static final String NAME = "streaming-job";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SparkSession spark;
    private final MetricsServer endpoint;
    private final List<QuerySupervisor> supervisors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private StreamingApplication(SparkSession spark, MetricsServer endpoint) {
        this.spark = spark;
        this.endpoint = endpoint;
    }

    static StreamingApplication start(StreamingConfig config) {
        log.info("starts with {}", config);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Map<String, QueryMetrics> metrics = new LinkedHashMap<>();
        for (Query query : config.queries()) {
            metrics.put(query.name(), new QueryMetrics(registry, query.name()));
        }
        // The endpoint first: a taken port is to be seen before Spark has taken its time.
        MetricsServer endpoint = MetricsServer.start(config.metricsHost(), config.metricsPort(), registry, metrics);
        SparkSession spark = config.stream().tuning() == Tuning.TANDEM
                ? SparkSessions.openStreaming(NAME, config.sparkMaster(), config.shufflePartitions())
                : SparkSessions.open(NAME, config.sparkMaster(), config.shufflePartitions());
        spark.streams().addListener(new ProgressListener(metrics));
        StreamingApplication application = new StreamingApplication(spark, endpoint);
        String holder = NAME + "-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        for (Query query : config.queries()) {
            QueryMetrics ofQuery = Objects.requireNonNull(metrics.get(query.name()));
            QueryContext context = new QueryContext(spark, config.stream(), ofQuery);
            application.run(query, new QuerySupervisor(query, context, holder));
        }
        log.info("/metrics and /health/ready are on {}:{}", config.metricsHost(), endpoint.port());
        return application;
    }

    /** Where {@code /metrics} and {@code /health} are. */
    int port() {
        return endpoint.port();
    }

    /** Waits for the end. */
    void await() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        endpoint.close();
        List<Thread> stoppers = new ArrayList<>();
        for (QuerySupervisor supervisor : supervisors) {
            Thread stopper = new Thread(() -> stop(supervisor), "stop-query");
            stopper.start();
            stoppers.add(stopper);
        }
        try {
            for (Thread stopper : stoppers) {
                stopper.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        spark.stop();
    }

    private void run(Query query, QuerySupervisor supervisor) {
        Thread thread = new Thread(supervisor, query.name());
        supervisors.add(supervisor);
        threads.add(thread);
        thread.start();
    }

    private static void stop(QuerySupervisor supervisor) {
        try {
            supervisor.stop(PATIENCE);
        } catch (TimeoutException e) {
            log.warn("A query does not end: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
