package dev.tandem.local.launcher.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.onlineretail.OnlineRetailImport.Result;
import dev.tandem.local.launcher.shopdata.ShopRows;
import dev.tandem.local.launcher.shopdata.TableCounts;
import dev.tandem.local.services.SharedStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The import of a small file with everything in it; each test is a tenant of its own. */
class ImportOnlineRetailIT {
    private static final PostgresSettings POSTGRES =
            SharedStack.lease("onlineretail").postgres();
    private static final String[] ROWS = {
        "536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:27:00,2.55,17850.0,France",
        "536365,71053,METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,France",
        "536365,POST,POSTAGE,1,2010-12-01 08:26:00,18,17850.0,France",
        "536365,22752,GLASS STAR,0,2010-12-01 08:26:00,7.65,17850.0,France",
        "536365,22752,GLASS STAR,2,2010-12-01 08:26:00,7.65,13047.0,France",
        "536366,85123a,\"WHITE HEART, HANGING\",1,2010-12-02 10:00:00,2.95,,United Kingdom",
        "536366,71053,,2,2010-12-02 10:00:00,0,,United Kingdom",
        "536367,71053,found,20,2010-12-03 10:00:00,0,,United Kingdom",
        "536368,71053,damaged,-5,2010-12-03 10:00:00,0,,United Kingdom",
        "C536369,85123A,WHITE HANGING HEART,-1,2010-12-04 09:00:00,2.55,17850.0,Belgium",
        "A536370,B,Adjust bad debt,1,2010-12-04 14:51:00,-11062.06,,United Kingdom",
        "536371,85123A,\"never closed,1,2010-12-05 10:00:00,2.95,17850.0,France",
        "536372,71053,METAL LANTERN,1,2010-12-06 10:00:00,3.75,17850.0,Belgium"
    };

    @TempDir
    private Path folder = Path.of("");

    private final ShopRows rows = new ShopRows(POSTGRES);

    @Test
    void accountsForEveryRow() throws IOException {
        Result result = run("account", OnlineRetailFiles.plain(folder, "orders.csv", ROWS));

        assertThat(result.account())
                .isEqualTo(new ImportAccount(
                        13,
                        3,
                        2,
                        1,
                        2,
                        Map.of(
                                RejectReason.UNREADABLE_ROW, 1L,
                                RejectReason.ZERO_QUANTITY, 1L,
                                RejectReason.CONFLICTING_CUSTOMER, 1L,
                                RejectReason.NEGATIVE_QUANTITY_WITHOUT_CANCELLATION, 1L,
                                RejectReason.STOCK_BOOKING, 1L),
                        1,
                        2,
                        5,
                        1));
    }

    @Test
    void writesUsersItemsOrdersAndWhatWasSetAside() throws IOException {
        run("content", OnlineRetailFiles.gzipped(folder, "orders.csv.gz", ROWS));

        assertThat(select("user_id, attributes->>'country', registered_at AT TIME ZONE 'UTC'", "users", "content"))
                .containsExactly("17850 Belgium 2010-12-01 08:26:00");
        assertThat(select("item_id, name, category, price", "items", "content"))
                .containsExactly(
                        "71053 METAL LANTERN uncategorised 3.75", "85123A WHITE HANGING HEART uncategorised 2.95");
        assertThat(select("order_id, user_id, kind, ordered_at AT TIME ZONE 'UTC'", "orders", "content"))
                .containsExactly(
                        "536365 17850 sale 2010-12-01 08:26:00",
                        "536366 null sale 2010-12-02 10:00:00",
                        "536372 17850 sale 2010-12-06 10:00:00",
                        "A536370 null sale 2010-12-04 14:51:00",
                        "C536369 17850 cancellation 2010-12-04 09:00:00");
        assertThat(select("order_id, line_number, item_id, quantity, unit_price", "order_lines", "content"))
                .containsExactly(
                        "536365 1 85123A 6 2.5500",
                        "536365 2 71053 6 3.3900",
                        "536366 1 85123A 1 2.9500",
                        "536366 2 71053 2 0.0000",
                        "536372 1 71053 1 3.7500",
                        "C536369 1 85123A 1 2.5500");
        assertThat(select("order_id, line_number, code, unit_price", "order_charges", "content"))
                .containsExactly("536365 3 POST 18.0000", "A536370 1 B -11062.0600");
        assertThat(select("row_number, source, reason", "import_rejects", "content"))
                .contains("5 orders.csv.gz zero_quantity", "13 orders.csv.gz unreadable_row");
        assertThat(select("row_number, payload", "import_rejects", "content")).contains("5 " + ROWS[3]);
    }

    @Test
    void changesNothingWhenItRunsAgain() throws IOException {
        Path file = OnlineRetailFiles.plain(folder, "orders.csv", ROWS);
        run("again", file);
        List<String> before = rows.changeNumbers();

        Result second = run("again", file);

        assertThat(second.counts().changed()).isZero();
        assertThat(rows.changeNumbers()).isEqualTo(before);
    }

    @Test
    void writesOnlyTheRowsThatAreCorrectedInAFile() throws IOException {
        String[] corrected = ROWS.clone();
        corrected[3] = "536365,22752,GLASS STAR,4,2010-12-01 08:26:00,7.65,17850.0,France";
        corrected[5] = "536366,85123a,\"WHITE HEART, HANGING\",9,2010-12-02 10:00:00,2.95,,United Kingdom";
        run("corrected", OnlineRetailFiles.plain(folder, "orders.csv", ROWS));
        List<String> before = select("order_id, change_number", "orders", "corrected");

        Result result = run("corrected", OnlineRetailFiles.plain(folder, "orders.csv", corrected));

        assertThat(result.counts().items()).isEqualTo(new TableCounts(1, 0, 2, 0));
        assertThat(result.counts().lines()).isEqualTo(new TableCounts(1, 1, 5, 0));
        assertThat(result.counts().rejects()).isEqualTo(new TableCounts(0, 0, 4, 1));
        assertThat(select("order_id, change_number", "orders", "corrected"))
                .containsAll(before.subList(2, 5))
                .doesNotContainAnyElementsOf(before.subList(0, 2));
    }

    @Test
    void readsSeveralFilesAsOne() throws IOException {
        Path first = OnlineRetailFiles.plain(folder, "first.csv", ROWS[0], ROWS[1]);
        Path second = OnlineRetailFiles.plain(folder, "second.csv", ROWS[2], ROWS[12]);

        Result result = run("several", first, second);

        assertThat(result.account().orders()).isEqualTo(2);
        assertThat(select("line_number, code", "order_charges", "several")).containsExactly("3 POST");
    }

    @Test
    void writesNothingWhenOneOfTheFilesIsNone() throws IOException {
        Path file = OnlineRetailFiles.plain(folder, "orders.csv", ROWS);

        assertThatThrownBy(() -> run("none", file, folder.resolve("none.csv"))).isInstanceOf(TandemException.class);

        assertThat(select("order_id, kind", "orders", "none")).isEmpty();
    }

    @Test
    void printsTheAccount() throws IOException {
        Path file = OnlineRetailFiles.plain(folder, "orders.csv", ROWS);
        StringWriter printed = new StringWriter();

        int exitCode = new CommandLine(new ImportOnlineRetailCommand())
                .registerConverter(Secret.class, Secret::new)
                .setOut(new PrintWriter(printed))
                .execute(
                        file.toString(),
                        "--tenant=printed",
                        "--postgres.url=" + POSTGRES.url(),
                        "--postgres.user=" + POSTGRES.user());

        assertThat(exitCode).isZero();
        assertThat(printed.toString().replaceAll(" +", " "))
                .contains(
                        " 3 order lines of signed-in users\n",
                        " 1 stock_booking nothing on the invoice",
                        " 13 rows read: the sum of the above\n",
                        "They make 1 users, 2 items and 5 orders (1 of them cancellations).\n",
                        " order_lines 6 0 0 0\n",
                        "Imported into tenant printed in ");
    }

    private List<String> select(String columns, String table, String tenant) {
        return rows.select("SELECT %s FROM %s WHERE tenant_id = '%s' ORDER BY 1, 2".formatted(columns, table, tenant));
    }

    private static Result run(String tenant, Path... files) {
        return OnlineRetailImport.run(
                new ImportOnlineRetailConfig(
                        List.of(files), new TenantId(tenant), ZoneId.of("Europe/London"), POSTGRES),
                new Silent());
    }

    private record Silent() implements OnlineRetailImport.Progress {
        @Override
        public void read(String file, long rows, long ofRows) {}

        @Override
        public void writing() {}
    }
}
