package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A server's settings file on the class path, with places named {@code ${…}} to be filled. */
final class Template {
    private Template() {}

    static String fill(String resource, Map<String, String> values) {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new TandemException(FailureKind.INTERNAL, resource + " is not on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new TandemException(FailureKind.INTERNAL, resource + " cannot be read", e);
        }
    }
}
