package dev.tandem.serving.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server under the routes: its bounds, its threads, its end, and what it says of itself, which is nothing. */
public final class HttpServer {
    // A request line of 10,000 characters still reaches the check that can say which of its parts is too long.
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int MAX_BODY_BYTES = 64 * 1024;
    // Javalin copies every answer through a new buffer of this size; a list of ten items has one kilobyte.
    static final int COPY_BYTES = 8 * 1024;
    private static final int MIN_THREADS = 8;
    private static final int MAX_THREADS = 64;
    private static final Duration STOP = Duration.ofSeconds(5);
    // How long a stop waits for connections on which nothing is asked.
    private static final Duration STOP_IDLE = Duration.ofMillis(50);

    // An id may have a slash, a percent sign or a control character in it: the first two are good ids, and the third is
    // refused by the rule for ids, in words.
    private static final UriCompliance URIS = new UriCompliance(
            "TANDEM",
            Set.of(
                    Violation.AMBIGUOUS_PATH_SEPARATOR,
                    Violation.AMBIGUOUS_PATH_ENCODING,
                    Violation.AMBIGUOUS_PATH_SEGMENT,
                    Violation.AMBIGUOUS_EMPTY_SEGMENT,
                    Violation.SUSPICIOUS_PATH_CHARACTERS));

    private HttpServer() {}

    /**
     * Configures the server and gives back its threads, for answers to be written on.
     *
     * @param maxBodyBytes how long a body may be at a path where that is more than elsewhere
     */
    public static Executor configure(JavalinConfig config, Map<String, Integer> maxBodyBytes) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("http");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(HttpServer::configure);
        config.jetty.modifyServer(HttpServer::configure);
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ContainerErrors()));
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.http.responseBufferSize = COPY_BYTES;
        config.router.javaLangErrorHandler(ErrorMapping::fatal);
        config.routes.before(ctx -> begin(ctx, maxBodyBytes.getOrDefault(ctx.path(), MAX_BODY_BYTES)));
        return threads;
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setUriCompliance(URIS);
    }

    private static void configure(Server server) {
        server.setErrorHandler(new ContainerErrors());
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(STOP.toMillis());
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                Arrays.stream(server.getConnectors())
                        .filter(ServerConnector.class::isInstance)
                        .map(ServerConnector.class::cast)
                        .forEach(connector -> connector.setShutdownIdleTimeout(STOP_IDLE.toMillis()));
            }
        });
    }

    private static void begin(Context ctx, int maxBodyBytes) {
        ctx.header("X-Content-Type-Options", "nosniff");
        if (ctx.req().getContentLengthLong() > maxBodyBytes) {
            throw RequestBody.tooLarge(maxBodyBytes);
        }
    }
}
