package dev.tandem.serving;

import dev.tandem.serving.http.RequestMetrics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;

/** The routes of the API, each counted under its own name. */
record Routes(RoutesConfig routes, RequestMetrics metrics) {
    /** Has a handler answer GET and HEAD: left to itself, Javalin says 200 to a HEAD of anything. */
    void read(String path, Handler handler) {
        Handler counted = counted(path, handler);
        routes.get(path, counted);
        routes.head(path, counted);
    }

    /** Has a handler answer POST. */
    void post(String path, Handler handler) {
        routes.post(path, counted(path, handler));
    }

    /** Has a handler answer DELETE. */
    void delete(String path, Handler handler) {
        routes.delete(path, counted(path, handler));
    }

    /** Has a handler answer every method but these, which others answer. */
    void others(String path, Set<String> methods, Handler handler) {
        Handler counted = counted(path, handler);
        routes.before(path, ctx -> {
            if (!methods.contains(ctx.method().name())) {
                counted.handle(ctx);
                ctx.skipRemainingHandlers();
            }
        });
    }

    private Handler counted(String path, Handler handler) {
        RequestMetrics.Route route = metrics.route(path);
        return ctx -> {
            route.begin(ctx);
            handler.handle(ctx);
        };
    }

    /** Counts a request that has been answered. */
    void answered(Context ctx, Float milliseconds) {
        metrics.answered(ctx, milliseconds);
    }
}
