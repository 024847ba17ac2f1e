package dev.tandem.serving.offer;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A caller who listens to the stream of offers on a port of this machine. */
final class OfferListener implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private volatile boolean hasEnded;

    OfferListener(int port, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + OfferStreamHandler.PATH));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        Thread reader = new Thread(this::read, "listener");
        reader.setDaemon(true);
        reader.start();
    }

    /** A caller who asks for the stream and never reads it. */
    static Socket deaf(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: here\r\n\r\n"
                        .formatted(OfferStreamHandler.PATH)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The lines so far. */
    List<String> lines() {
        return lines;
    }

    OfferListener awaitLine(String line) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> lines.contains(line));
        return this;
    }

    void awaitEnd() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> hasEnded);
    }

    private void read() {
        try (InputStream body = response.body()) {
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("broken off");
        }
        hasEnded = true;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
