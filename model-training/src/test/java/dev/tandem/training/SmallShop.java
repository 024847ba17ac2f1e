package dev.tandem.training;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.training.interactions.OrderLines;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * A shop with two tastes. Eight users buy among the items {@code a0} to {@code a9} and twenty among {@code b0} to {@code
 * b9}, each all but four of the ten; so any {@code b} is bought by more people than any {@code a}.
 */
public final class SmallShop {
    /** Shared by the module: the connector's session, which its test classes share, learns late of new keyspaces. */
    private static final Lease LEASE = SharedStack.lease("training");

    public static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");
    public static final int USERS = 28;

    private static final int ITEMS_OF_A_TASTE = 10;
    private static final int NOT_BOUGHT = 4;

    private final SparkSession spark;
    private final TenantId tenant;

    private SmallShop(SparkSession spark, TenantId tenant) {
        this.spark = spark;
        this.tenant = tenant;
    }

    /** A tenant with nothing in it yet. */
    public static SmallShop open(SparkSession spark, String tenant) {
        postgres().update("INSERT INTO tenants (tenant_id, name) VALUES (?, ?)", List.of(tenant, tenant));
        return new SmallShop(spark, new TenantId(tenant));
    }

    /** Writes catalogue and orders as the sync jobs would. */
    public SmallShop filled() {
        return withCatalogue(allItems()).withOrders(orders());
    }

    public SmallShop withCatalogue(List<String> items) {
        Rows rows = Rows.of(CassandraTables.ITEMS);
        for (String item : items) {
            rows = rows.row(tenant.value(), item, "Item " + item, item.substring(0, 1), null, true, null);
        }
        new CassandraSink(LEASE.cassandra()).upsert(rows.toDataset(spark), CassandraTables.ITEMS);
        return this;
    }

    public SmallShop withOrders(OrderLines lines) {
        new CassandraSink(LEASE.cassandra()).upsert(lines.toDataset(spark), CassandraTables.ORDER_LINES_BY_USER);
        return this;
    }

    /** Writes one order of a buyer who was not signed in. */
    public SmallShop withAnonymousBasket(String order, String... items) {
        Rows rows = Rows.of(CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER);
        Timestamp orderedAt = Timestamp.from(Instant.parse("2026-03-20T10:00:00Z"));
        for (int line = 0; line < items.length; line++) {
            rows = rows.row(tenant.value(), order, line + 1, items[line], 1, BigDecimal.ONE, orderedAt, "sale", null);
        }
        new CassandraSink(LEASE.cassandra())
                .upsert(rows.toDataset(spark), CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER);
        return this;
    }

    /** Writes rows as some job would. */
    public SmallShop write(Rows rows, Table table) {
        new CassandraSink(LEASE.cassandra()).upsert(rows.toDataset(spark), table);
        return this;
    }

    public TenantId tenant() {
        return tenant;
    }

    public static PostgresDatabase postgres() {
        return new PostgresDatabase(LEASE.postgres());
    }

    public static CassandraSource cassandra(SparkSession spark) {
        return new CassandraSource(spark, LEASE.cassandra());
    }

    /** A run of a job for this shop. */
    public JobContext run(String job) {
        return new JobContext(job, spark, tenant, NOW);
    }

    /** The options by which a job finds this shop. */
    public List<String> options(String... more) {
        List<String> options = new ArrayList<>(LEASE.options());
        options.add("--tenant=" + tenant);
        options.add("--interval-end=" + END);
        options.addAll(List.of(more));
        return options;
    }

    public static List<String> allItems() {
        return IntStream.range(0, ITEMS_OF_A_TASTE)
                .boxed()
                .flatMap(number -> List.of("a" + number, "b" + number).stream())
                .toList();
    }

    public static List<String> allUsers() {
        return IntStream.range(0, USERS).mapToObj(SmallShop::user).toList();
    }

    /** The items of the user's taste that the user has not bought, in order. */
    public static List<String> notBought(String user) {
        int number = Integer.parseInt(user.substring(1));
        return IntStream.range(0, NOT_BOUGHT)
                .map(offset -> (number + offset) % ITEMS_OF_A_TASTE)
                .sorted()
                .mapToObj(item -> user.charAt(0) + Integer.toString(item))
                .toList();
    }

    /** The items that the user has bought, in order. */
    public static List<String> bought(String user) {
        List<String> notBought = notBought(user);
        return allItems().stream()
                .filter(item -> item.charAt(0) == user.charAt(0) && !notBought.contains(item))
                .toList();
    }

    /** One order a user, of everything in the user's taste but {@link #notBought}. */
    public OrderLines orders() {
        OrderLines lines = OrderLines.of(tenant.value());
        for (String user : allUsers()) {
            List<String> missing = notBought(user);
            for (String item : allItems()) {
                if (item.charAt(0) == user.charAt(0) && !missing.contains(item)) {
                    lines = lines.sale(user, "order-of-" + user, item, "2026-03-20T10:00:00Z");
                }
            }
        }
        return lines;
    }

    /** One more order a user, at the end of March: of the first that is {@link #notBought}. */
    public OrderLines laterOrders() {
        OrderLines lines = OrderLines.of(tenant.value());
        for (String user : allUsers()) {
            lines = lines.sale(user, "later-order-of-" + user, notBought(user).get(0), "2026-03-28T10:00:00Z");
        }
        return lines;
    }

    private static String user(int number) {
        return number < 8 ? "a" + number : "b" + (number - 8);
    }
}
