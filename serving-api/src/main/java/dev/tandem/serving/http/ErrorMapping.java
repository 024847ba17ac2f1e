package dev.tandem.serving.http;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where failures become answers. An answer never has a stack trace, a class name or a version in it. */
public final class ErrorMapping {
    private static final Logger log = LoggerFactory.getLogger(ErrorMapping.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String DEFECT = "Something is wrong inside Tandem; its log has more";
    private static final String UNAVAILABLE = "The store does not answer; try again. GET /health/ready says more";

    private ErrorMapping() {}

    /** Registers the mapping of every failure. */
    public static void register(RoutesConfig routes) {
        routes.exception(TandemException.class, ErrorMapping::answer);
        routes.exception(ErrorAnswer.class, (e, ctx) -> answer(ctx, e.code(), message(e), e.details()));
        routes.exception(HttpResponseException.class, ErrorMapping::answer);
        routes.exception(TimeoutException.class, (e, ctx) -> unavailable(ctx));
        routes.exception(Exception.class, ErrorMapping::defect);
    }

    /** Answers for an {@link Error}, when there is only the bare response left. */
    public static void fatal(HttpServletResponse response, Error failure) {
        log.error("A request ended in a fatal error", failure);
        response.setStatus(ErrorCode.INTERNAL.status());
        response.setContentType(ContentType.JSON);
        try {
            response.getOutputStream()
                    .write(ErrorBody.of(ErrorCode.INTERNAL, DEFECT, Map.of()).toJson());
        } catch (IOException e) {
            log.debug("The caller left before the answer", e);
        }
    }

    /** Whether a failure is the store's, so that what is in memory may stand in. */
    public static boolean isOfTheStore(Throwable failure) {
        return failure instanceof TimeoutException
                || (failure instanceof TandemException tandem && tandem.kind() == FailureKind.DEPENDENCY);
    }

    private static void answer(TandemException failure, Context ctx) {
        switch (failure.kind()) {
            case INPUT -> answer(ctx, ErrorCode.INVALID_PARAMETER, message(failure), failure.details());
            case DEPENDENCY -> unavailable(ctx);
            case INTERNAL, CONFIGURATION, QUALITY_GATE -> defect(failure, ctx);
        }
    }

    private static void answer(HttpResponseException failure, Context ctx) {
        if (failure instanceof MethodNotAllowedResponse) {
            String allowed = String.join(", ", failure.getDetails().values());
            ctx.header(Header.ALLOW, allowed);
            ErrorAnswer answer = ErrorAnswer.of(
                            ErrorCode.METHOD_NOT_ALLOWED, "%s is not possible here".formatted(ctx.method()))
                    .with("allowed", allowed);
            answer(ctx, answer.code(), message(answer), answer.details());
            return;
        }
        ErrorCode code = ErrorCode.ofStatus(failure.getStatus());
        String message =
                code == ErrorCode.UNKNOWN_PATH ? "Nothing is here; GET /docs shows what there is" : message(failure);
        answer(ctx, code, message, Map.of());
    }

    private static void unavailable(Context ctx) {
        answer(ctx, ErrorCode.STORE_UNAVAILABLE, UNAVAILABLE, Map.of());
    }

    private static void defect(Exception failure, Context ctx) {
        log.error("{} {} failed", ctx.method(), ctx.endpoint().path, failure);
        answer(ctx, ErrorCode.INTERNAL, DEFECT, Map.of());
    }

    private static void answer(Context ctx, ErrorCode code, String message, Map<String, String> details) {
        answer(ctx, code, ErrorBody.of(code, message, details).toJson());
    }

    /** Answers with an error's status and JSON that begins as every error's does. */
    public static void answer(Context ctx, ErrorCode code, byte[] body) {
        if (code.isTemporary()) {
            ctx.header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        ctx.status(code.status())
                .contentType(ContentType.JSON)
                .header(Header.CACHE_CONTROL, CacheControl.NONE)
                .result(body);
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
