package dev.tandem.serving.docs;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/**
 * {@code GET /openapi.yaml}: the authority on this API. {@code GET /docs}: the same for people, in Swagger UI.
 *
 * <p>Everything the page needs is served from here, and its policy lets it load from nowhere else.
 */
public final class DocsPages {
    public static final String OPENAPI_PATH = "/openapi.yaml";
    public static final String DOCS_PATH = "/docs";
    public static final String ASSET_PATH = "/docs/{asset}";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String ASSET_CACHE = "public, max-age=3600";

    private final String swagger = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
    private final Map<String, Asset> assets = Map.of(
            "tandem-docs.js", new Asset("/docs/tandem-docs.js", "text/javascript"),
            "swagger-ui.css", new Asset(swagger + "swagger-ui.css", "text/css"),
            "swagger-ui-bundle.js", new Asset(swagger + "swagger-ui-bundle.js", "text/javascript"),
            "favicon-32x32.png", new Asset(swagger + "favicon-32x32.png", "image/png"));

    private record Asset(String resource, String contentType) {}

    public void openApi(Context ctx) {
        send(ctx, new Asset("/openapi.yaml", "application/yaml"));
    }

    public void docs(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY).header("Referrer-Policy", "no-referrer");
        send(ctx, new Asset("/docs/index.html", "text/html; charset=utf-8"));
    }

    public void asset(Context ctx) {
        Asset asset = assets.get(ctx.pathParam("asset"));
        if (asset == null) {
            throw ErrorAnswer.of(ErrorCode.UNKNOWN_PATH, "Nothing is here; GET /docs shows what there is");
        }
        ctx.header(Header.CACHE_CONTROL, ASSET_CACHE);
        send(ctx, asset);
    }

    private static void send(Context ctx, Asset asset) {
        ctx.contentType(asset.contentType()).result(open(asset.resource()));
    }

    private static String swaggerVersion() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new TandemException(FailureKind.INTERNAL, "Swagger UI's version cannot be read", e);
        }
        return properties.getProperty("version", "");
    }

    private static InputStream open(String resource) {
        InputStream in = DocsPages.class.getResourceAsStream(resource);
        if (in == null) {
            throw new TandemException(FailureKind.INTERNAL, "Resource " + resource + " is not on the class path");
        }
        return in;
    }
}
