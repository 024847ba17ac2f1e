package dev.tandem.core.shop;

import java.io.Serializable;

/** A discount that can be given, known by an id that is unique within its tenant: 1 to 128 characters, none of them a control character. */
public record CouponId(String value) implements Serializable {
    public CouponId {
        Ids.check("coupon_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
