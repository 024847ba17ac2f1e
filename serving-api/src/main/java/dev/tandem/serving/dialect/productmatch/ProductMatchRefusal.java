package dev.tandem.serving.dialect.productmatch;

/** A request that gets 400 and {@code {"Error":…}}. */
final class ProductMatchRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProductMatchRefusal(String message) {
        super(message, null, false, false);
    }
}
