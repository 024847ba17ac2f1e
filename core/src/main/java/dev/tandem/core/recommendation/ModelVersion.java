package dev.tandem.core.recommendation;

import dev.tandem.core.failure.TandemException;
import java.io.Serializable;
import java.util.regex.Pattern;

/** The name of one trained model of a tenant; what it names never changes. */
public record ModelVersion(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}");

    public ModelVersion {
        if (!FORM.matcher(value).matches()) {
            throw TandemException.invalid(
                    "model_version", value, "1 to 100 of letters, digits, '.', '_' and '-', not beginning with a mark");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
