package dev.tandem.core.shop;

import java.io.Serializable;

/** A person who is recommended to, known by an id that is unique within its tenant: 1 to 128 characters, none of them a control character. */
public record UserId(String value) implements Serializable {
    public UserId {
        Ids.check("user_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
