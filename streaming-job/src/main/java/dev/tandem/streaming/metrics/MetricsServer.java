package dev.tandem.streaming.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers GET {@code /metrics} in Prometheus' format, {@code /health/live}, and {@code /health/ready}: 200 if every query
 * runs here, else 503 with those that do not.
 */
public final class MetricsServer implements AutoCloseable {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port 0 takes a free one
     * @param queries by name
     */
    public static MetricsServer start(
            String host, int port, PrometheusMeterRegistry registry, Map<String, QueryMetrics> queries) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.createContext("/metrics", exchange -> answer(exchange, 200, PROMETHEUS, registry.scrape()));
            server.createContext("/health/live", exchange -> answer(exchange, 200, PLAIN, "live\n"));
            server.createContext("/health/ready", exchange -> ready(exchange, new TreeMap<>(queries)));
            server.start();
            return new MetricsServer(server);
        } catch (BindException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "streaming-job cannot start: %s:%d is taken. End what listens there, or choose another --metrics.port"
                            .formatted(host, port),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void ready(HttpExchange exchange, Map<String, QueryMetrics> queries) throws IOException {
        StringBuilder text = new StringBuilder();
        queries.forEach((name, metrics) ->
                text.append(name).append(metrics.isRunning() ? ": runs\n" : ": does not run here\n"));
        boolean isReady = queries.values().stream().allMatch(QueryMetrics::isRunning);
        answer(exchange, isReady ? 200 : 503, PLAIN, text.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
