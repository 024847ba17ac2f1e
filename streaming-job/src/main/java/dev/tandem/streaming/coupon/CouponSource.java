package dev.tandem.streaming.coupon;

import static dev.tandem.core.schema.CassandraTables.LIVE_COUPONS_BY_TENANT;
import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;
import static dev.tandem.core.schema.Columns.WITHDRAWN_AT;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_SETTINGS;

import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.schema.TableRow;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.postgres.PostgresReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The coupons in PostgreSQL, where they are given out, changed and withdrawn. */
final class CouponSource {
    private final PostgresDatabase database;
    private final PostgresReader reader;

    CouponSource(PostgresSettings postgres) {
        this.database = new PostgresDatabase(postgres);
        this.reader = new PostgresReader(postgres);
    }

    /**
     * What is another whenever a coupon or a setting is. Each write gives a row the number of its transaction; an
     * older transaction that commits later changes the sum, though not the greatest number.
     */
    String fingerprint() {
        String sql = "SELECT concat_ws(' ', (%s), (%s))"
                .formatted(numbers(PostgresTables.COUPONS), numbers(PostgresTables.FEEDBACK_SETTINGS));
        return String.join(" ", database.query(sql, List.of(), row -> row.getString(1)));
    }

    /** Everything as it is now: coupons that were neither withdrawn nor have expired, and the settings. */
    CouponBook read() {
        Set<TableRow> coupons = new HashSet<>();
        reader.read(
                "SELECT %s FROM %s WHERE %s IS NULL AND (%s IS NULL OR %4$s > now())"
                        .formatted(
                                columns(LIVE_COUPONS_BY_TENANT),
                                PostgresTables.COUPONS.name(),
                                WITHDRAWN_AT,
                                VALID_UNTIL),
                LIVE_COUPONS_BY_TENANT.columns(),
                coupons::add);
        Set<TableRow> settings = new HashSet<>();
        reader.read(
                "SELECT %s FROM %s".formatted(columns(FEEDBACK_SETTINGS), PostgresTables.FEEDBACK_SETTINGS.name()),
                FEEDBACK_SETTINGS.columns(),
                settings::add);
        return new CouponBook(coupons, settings);
    }

    private static String numbers(Table table) {
        return "SELECT concat_ws(' ', count(*), sum(%1$s), max(%1$s)) FROM %2$s".formatted(CHANGE_NUMBER, table.name());
    }

    private static String columns(Table table) {
        return String.join(", ", table.columnNames());
    }
}
