package dev.tandem.core.shop;

import dev.tandem.core.failure.TandemException;
import java.io.Serializable;
import java.util.regex.Pattern;

/** One shop, whose data nobody else sees. {@code all} is not a tenant: commands take it to mean every tenant. */
public record TenantId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    public TenantId {
        if (!FORM.matcher(value).matches() || value.equals("all")) {
            throw TandemException.invalid(
                    "tenant_id",
                    value,
                    "1 to 63 of a-z, 0-9, '-' and '_', beginning with a letter or digit; 'all' is reserved");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
