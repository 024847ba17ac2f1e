package dev.tandem.serving.bench;

import dev.tandem.serving.http.CacheControl;
import dev.tandem.serving.http.ErrorMapping;
import dev.tandem.serving.http.HttpServer;
import dev.tandem.serving.recommendation.RecommendationHandler;
import io.javalin.Javalin;
import io.javalin.http.ContentType;
import io.javalin.http.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The yardstick: the API's own server, with one handler that gives the same bytes to everyone.
 *
 * <p>Its one argument is the file that has them.
 */
final class BareServer {
    private BareServer() {}

    public static void main(String[] args) throws IOException {
        byte[] answer = Files.readAllBytes(Path.of(args[0]));
        Javalin server = Javalin.create(config -> {
            HttpServer.configure(config, Map.of());
            ErrorMapping.register(config.routes);
            config.routes.get(RecommendationHandler.PATH, ctx -> ctx.header(Header.CACHE_CONTROL, CacheControl.NONE)
                    .contentType(ContentType.JSON)
                    .result(answer));
        });
        server.start("127.0.0.1", 0);
        System.out.println("Listening on http://127.0.0.1:" + server.port() + " with one answer");
    }
}
