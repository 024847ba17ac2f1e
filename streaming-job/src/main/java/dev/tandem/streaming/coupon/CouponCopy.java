package dev.tandem.streaming.coupon;

import static dev.tandem.core.schema.CassandraTables.LIVE_COUPONS_BY_TENANT;
import static dev.tandem.core.schema.CassandraTables.TENANTS;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_SETTINGS;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.Table;
import dev.tandem.core.schema.TableRow;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The copy in Cassandra, for those who start while PostgreSQL is away, and for those who never ask it. */
final class CouponCopy {
    private final SharedSession cassandra;

    CouponCopy(SharedSession cassandra) {
        this.cassandra = cassandra;
    }

    /** What is there, of every tenant that Cassandra knows. */
    CouponBook read() {
        Set<TableRow> coupons = new HashSet<>();
        Set<TableRow> settings = new HashSet<>();
        for (Row tenant : cassandra
                .session()
                .execute(cassandra
                        .prepare("SELECT %s FROM %s".formatted(TENANT_ID, cassandra.qualified(TENANTS)))
                        .bind())) {
            coupons.addAll(read(LIVE_COUPONS_BY_TENANT, String.valueOf(tenant.getString(0))));
            settings.addAll(read(FEEDBACK_SETTINGS, String.valueOf(tenant.getString(0))));
        }
        return new CouponBook(coupons, settings);
    }

    /** Brings the copy from one state to another. */
    void change(CouponBook from, CouponBook to) {
        InFlight writes = new InFlight(cassandra.session());
        change(LIVE_COUPONS_BY_TENANT, from.couponRows(), to.couponRows(), writes);
        change(FEEDBACK_SETTINGS, from.settingsRows(), to.settingsRows(), writes);
        writes.finish();
    }

    private void change(Table table, Set<TableRow> from, Set<TableRow> to, InFlight writes) {
        int keys = table.primaryKey().size();
        Set<TableRow> wanted = to.stream().map(row -> row.first(keys)).collect(Collectors.toSet());
        PreparedStatement insert = cassandra.insert(table);
        PreparedStatement delete = cassandra.prepare("DELETE FROM %s WHERE %s"
                .formatted(
                        cassandra.qualified(table),
                        table.primaryKey().stream()
                                .map(column -> column + " = ?")
                                .collect(Collectors.joining(" AND "))));
        for (TableRow row : from) {
            if (!wanted.contains(row.first(keys))) {
                writes.send(delete.bind(row.leading(keys).toArray()));
            }
        }
        for (TableRow row : to) {
            if (!from.contains(row)) {
                writes.send(insert.bind(
                        IntStream.range(0, row.size()).mapToObj(row::value).toArray()));
            }
        }
    }

    private Set<TableRow> read(Table table, String tenant) {
        Set<TableRow> rows = new HashSet<>();
        for (Row row : cassandra
                .session()
                .execute(cassandra.select(table, table.columnNames()).bind(tenant))) {
            TableRow.Builder values = TableRow.builder(table.columns().size());
            for (int i = 0; i < table.columns().size(); i++) {
                values.add(row.getObject(i));
            }
            rows.add(values.build());
        }
        return rows;
    }
}
