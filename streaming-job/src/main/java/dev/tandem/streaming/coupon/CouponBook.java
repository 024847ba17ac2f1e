package dev.tandem.streaming.coupon;

import dev.tandem.core.coupon.Coupon;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.schema.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The coupons and the settings of every tenant at one time. Immutable. */
public final class CouponBook {
    private static final OfTenant NOTHING = new OfTenant(CouponSettings.DEFAULTS, List.of());

    private final Set<TableRow> couponRows;
    private final Set<TableRow> settingsRows;
    private final Map<String, OfTenant> tenants = new HashMap<>();

    /**
     * A tenant's.
     *
     * @param coupons none of them withdrawn; some may not be valid yet, or not any more
     */
    public record OfTenant(CouponSettings settings, List<Coupon> coupons) {
        public OfTenant {
            coupons = List.copyOf(coupons);
        }
    }

    /** A book of rows of {@code live_coupons_by_tenant} and {@code feedback_settings}, in the order of their columns. */
    public CouponBook(Set<TableRow> couponRows, Set<TableRow> settingsRows) {
        this.couponRows = Set.copyOf(couponRows);
        this.settingsRows = Set.copyOf(settingsRows);
        Map<String, CouponSettings> settings = new HashMap<>();
        settingsRows.forEach(row -> settings.put(CouponRows.tenant(row), CouponRows.settings(row)));
        Map<String, List<Coupon>> coupons = new HashMap<>();
        couponRows.forEach(row -> coupons.computeIfAbsent(CouponRows.tenant(row), tenant -> new ArrayList<>())
                .add(CouponRows.coupon(row)));
        Set<String> names = new HashSet<>(settings.keySet());
        names.addAll(coupons.keySet());
        names.forEach(name -> tenants.put(
                name,
                new OfTenant(
                        settings.getOrDefault(name, CouponSettings.DEFAULTS), coupons.getOrDefault(name, List.of()))));
    }

    /** What a tenant gives; the defaults and no coupon where it has said nothing. */
    public OfTenant of(String tenant) {
        return tenants.getOrDefault(tenant, NOTHING);
    }

    Set<TableRow> couponRows() {
        return couponRows;
    }

    Set<TableRow> settingsRows() {
        return settingsRows;
    }
}
