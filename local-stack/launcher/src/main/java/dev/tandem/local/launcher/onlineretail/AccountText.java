package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.shopdata.LoadCounts;
import dev.tandem.local.launcher.shopdata.TableCounts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** The account of an import as people read it. */
final class AccountText {
    private AccountText() {}

    static void print(PrintWriter out, TenantId tenant, ImportAccount account, LoadCounts counts, Duration time) {
        out.printf(Locale.ROOT, "What became of each row:%n");
        printFate(out, account.signedInLines(), "order lines of signed-in users");
        printFate(out, account.anonymousLines(), "order lines of anonymous orders");
        printFate(out, account.cancellationLines(), "lines of cancellations");
        printFate(out, account.charges(), "charges: codes that are no items");
        printFate(out, account.rowsSetAside(), "set aside in import_rejects, of these");
        account.setAside()
                .forEach((reason, rows) ->
                        out.printf(Locale.ROOT, "%,14d  %-40s %s%n", rows, reason.code(), reason.meaning()));
        out.printf(Locale.ROOT, "%,12d  rows read: the sum of the above%n", account.rowsRead());
        out.printf(
                Locale.ROOT,
                "They make %,d users, %,d items and %,d orders (%,d of them cancellations).%n",
                account.users(),
                account.items(),
                account.orders(),
                account.cancellations());
        out.printf(
                Locale.ROOT, "  %-15s %10s %10s %10s %10s%n", "table", "inserted", "updated", "unchanged", "removed");
        printTable(out, "users", counts.users());
        printTable(out, "items", counts.items());
        printTable(out, "orders", counts.orders());
        printTable(out, "order_lines", counts.lines());
        printTable(out, "order_charges", counts.charges());
        printTable(out, "import_rejects", counts.rejects());
        out.printf(
                Locale.ROOT,
                "Imported into tenant %s in %.1f s; %s%n",
                tenant,
                time.toMillis() / 1000.0,
                counts.changed() == 0
                        ? "nothing changed."
                        : String.format(Locale.ROOT, "%,d rows changed.", counts.changed()));
    }

    private static void printFate(PrintWriter out, long rows, String fate) {
        out.printf(Locale.ROOT, "%,12d  %s%n", rows, fate);
    }

    private static void printTable(PrintWriter out, String table, TableCounts counts) {
        out.printf(
                Locale.ROOT,
                "  %-15s %,10d %,10d %,10d %,10d%n",
                table,
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.removed());
    }
}
