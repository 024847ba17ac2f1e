package dev.tandem.local.launcher.shopdata;

/** What a load did to each table of the shop. */
public record LoadCounts(
        TableCounts users,
        TableCounts items,
        TableCounts orders,
        TableCounts lines,
        TableCounts charges,
        TableCounts rejects,
        TableCounts coupons,
        TableCounts settings) {
    /** Rows written in any table, in any way; 0 when everything was there already. */
    public long changed() {
        return users.changed()
                + items.changed()
                + orders.changed()
                + lines.changed()
                + charges.changed()
                + rejects.changed()
                + coupons.changed()
                + settings.changed();
    }
}
