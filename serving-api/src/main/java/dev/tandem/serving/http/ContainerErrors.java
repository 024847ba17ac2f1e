package dev.tandem.serving.http;

import io.javalin.http.ContentType;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The answer where the server refuses a request before any route sees it: the same form as everywhere else. */
public final class ContainerErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refused
                ? refused.getCode()
                : response.getStatus();
        ErrorCode code = ErrorCode.ofStatus(status);
        response.setStatus(code.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ContentType.JSON);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, CacheControl.NONE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        byte[] body = ErrorBody.of(code, message(code), Map.of()).toJson();
        boolean hasBody = !HttpMethod.HEAD.is(request.getMethod());
        response.write(true, hasBody ? ByteBuffer.wrap(body) : ByteBuffer.allocate(0), callback);
        return true;
    }

    private static String message(ErrorCode code) {
        return switch (code) {
            case URI_TOO_LONG -> "The URI is too long";
            case HEADERS_TOO_LARGE -> "The headers are too large, or too many";
            case UNSUPPORTED_MEDIA_TYPE -> "A body of this form is not read here";
            case PAYLOAD_TOO_LARGE -> "The body is too large";
            case METHOD_NOT_ALLOWED -> "This method is not possible here";
            case UNKNOWN_PATH, UNKNOWN_ITEM, UNKNOWN_FEEDBACK, UNKNOWN_TENANT, EXPIRED_CURSOR, RETRAINING_CLOSED ->
                "Nothing is here; GET /docs shows what there is";
            case STORE_UNAVAILABLE,
                    AIRFLOW_UNAVAILABLE,
                    AIRFLOW_REFUSED,
                    BROKER_UNAVAILABLE,
                    TOO_MANY_EVENTS,
                    TOO_MANY_LISTENERS -> "The server is stopping, or busy; try again";
            case INTERNAL -> "Something is wrong inside Tandem; its log has more";
            case MALFORMED_REQUEST, INVALID_PARAMETER, UNKNOWN_PARAMETER, INVALID_EVENTS, INVALID_FEEDBACK ->
                "The request is not valid HTTP: look at its"
                        + " URI (each % begins a two-digit code, such as %20 for a blank, and %00 is none) and its headers";
        };
    }
}
