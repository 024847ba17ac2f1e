package dev.tandem.core.shop;

import java.io.Serializable;

/** Anything that can be recommended, known by an id that is unique within its tenant: 1 to 128 characters, none of them a control character. */
public record ItemId(String value) implements Serializable {
    public ItemId {
        Ids.check("item_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
