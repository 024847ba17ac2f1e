package dev.tandem.serving.dialect.productmatch;

import dev.tandem.core.failure.TandemException;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The headers in which ids stand. */
final class ProductMatchHeader {
    static final String USER = "user-id";
    static final String PRODUCT = "product-id";

    private ProductMatchHeader() {}

    /** The id in a header, which must be there. */
    static <T> T read(Context ctx, String name, Function<String, T> make) {
        List<String> values = Collections.list(ctx.req().getHeaders(name));
        if (values.isEmpty() || values.get(0).isBlank()) {
            throw new ProductMatchRefusal("Missing %s parameter".formatted(name));
        }
        if (values.size() > 1) {
            throw new ProductMatchRefusal("%s is given more than once".formatted(name));
        }
        try {
            return make.apply(values.get(0));
        } catch (TandemException e) {
            String allowed = String.valueOf(e.details().get("allowed"));
            throw new ProductMatchRefusal(String.valueOf(
                    TandemException.invalid(name, values.get(0), allowed).getMessage()));
        }
    }
}
