package dev.tandem.core.shop;

import java.io.Serializable;

/** What was bought at once, known by an id that is unique within its tenant: 1 to 128 characters, none of them a control character. */
public record OrderId(String value) implements Serializable {
    public OrderId {
        Ids.check("order_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
