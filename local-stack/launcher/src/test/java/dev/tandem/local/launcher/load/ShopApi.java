package dev.tandem.local.launcher.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.core.shop.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that answers every request with one text, and keeps what it was asked for. */
final class ShopApi implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final int answeredFrom;
    private final String answer;

    /** A server that answers nothing before it has {@code answeredFrom} requests. */
    ShopApi(int answeredFrom, String answer) throws IOException {
        this.answeredFrom = answeredFrom;
        this.answer = answer;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** How it is called, for one second. */
    LookupLoadSettings settings(int rate) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new LookupLoadSettings(uri, new TenantId("shop"), rate, Duration.ofSeconds(1), 2, 1);
    }

    /** The paths of the requests, in the order in which they came. */
    List<String> paths() {
        return paths;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            awaitOthers(exchange.getRequestURI().getRawPath());
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitOthers(String path) throws InterruptedException {
        paths.add(path);
        notifyAll();
        while (paths.size() < answeredFrom) {
            wait();
        }
    }
}
