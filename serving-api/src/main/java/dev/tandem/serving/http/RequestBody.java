package dev.tandem.serving.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The body of a request, read up to a bound and unpacked where it comes packed. */
public final class RequestBody {
    private static final String GZIP = "gzip";
    private static final String IDENTITY = "identity";

    private RequestBody() {}

    /**
     * The bytes of the body.
     *
     * @param maxBytes how many there may be, on the way and unpacked
     */
    public static byte[] read(Context ctx, int maxBytes) {
        String encoding = encoding(ctx);
        try {
            InputStream packed = ctx.bodyInputStream();
            byte[] body = (encoding.equals(GZIP) ? new GZIPInputStream(packed) : packed).readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw tooLarge(maxBytes);
            }
            return body;
        } catch (ZipException | EOFException e) {
            throw ErrorAnswer.of(ErrorCode.MALFORMED_REQUEST, "The body is no whole gzip stream")
                    .with("field", Header.CONTENT_ENCODING)
                    .with("value", GZIP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refusal of a body that is too large. */
    static ErrorAnswer tooLarge(int maxBytes) {
        return ErrorAnswer.of(ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large")
                .with("allowed", maxBytes + " bytes");
    }

    private static String encoding(Context ctx) {
        String given = ctx.header(Header.CONTENT_ENCODING);
        String encoding =
                given == null || given.isBlank() ? IDENTITY : given.strip().toLowerCase(Locale.ROOT);
        if (!encoding.equals(IDENTITY) && !encoding.equals(GZIP)) {
            ctx.header(Header.ACCEPT_ENCODING, GZIP);
            throw ErrorAnswer.unsupported(Header.CONTENT_ENCODING, encoding, GZIP + ", or none");
        }
        return encoding;
    }
}
