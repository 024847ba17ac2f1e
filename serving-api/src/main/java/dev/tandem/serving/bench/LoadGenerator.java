package dev.tandem.serving.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Callers of one server, each on a connection that it keeps, each asking again as soon as it has its answer.
 *
 * <p>One thread serves all connections and parses no more than lengths, so that most of the machine is the server's.
 */
final class LoadGenerator {
    private static final long HIGHEST_MICROS = 60_000_000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final int port;
    private final int connections;
    private final List<byte[]> requests;

    /**
     * Callers that are not calling yet.
     *
     * @param paths how many different paths there are; they are asked for in turn
     * @param path the path of a number from 0
     */
    LoadGenerator(int port, int connections, int paths, IntFunction<String> path, String tenant) {
        this.port = port;
        this.connections = connections;
        this.requests = new ArrayList<>(paths);
        for (int i = 0; i < paths; i++) {
            requests.add("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nTandem-Tenant: %s\r\n\r\n"
                    .formatted(path.apply(i), tenant)
                    .getBytes(US_ASCII));
        }
    }

    /**
     * What the callers met with.
     *
     * @param seconds how long they called
     * @param micros the time to each answer
     */
    record Outcome(double seconds, Histogram micros) {}

    /** Calls for this long. Anything but a 200 ends it with a failure. */
    Outcome run(Duration time) {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        try (Selector selector = Selector.open()) {
            List<Connection> open = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                open.add(connect(selector, i));
            }
            long begin = System.nanoTime();
            call(selector, begin + time.toNanos(), micros);
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (Connection connection : open) {
                connection.close();
            }
            return new Outcome(seconds, micros);
        } catch (IOException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "The server at port " + port + " ended a connection", e);
        }
    }

    private Connection connect(Selector selector, int number) throws IOException {
        Connection connection = new Connection(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), number);
        connection.register(selector);
        connection.send(requests.get(connection.take(connections, requests.size())));
        return connection;
    }

    private void call(Selector selector, long end, Histogram micros) throws IOException {
        while (System.nanoTime() < end) {
            if (selector.select(PATIENCE_MILLIS) == 0) {
                throw new TandemException(FailureKind.DEPENDENCY, "No answer within " + PATIENCE_MILLIS + " ms");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (connection.hasAnswer()) {
                    micros.recordValue(connection.micros());
                    connection.send(requests.get(connection.take(connections, requests.size())));
                }
            }
            selector.selectedKeys().clear();
        }
    }
}
