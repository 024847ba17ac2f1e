package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.shopdata.LoadCounts;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code import synthetic}: a shop as large as is asked for, to see what a size costs. */
@Command(
        name = "synthetic",
        description = {
            "Makes up a shop and imports it into PostgreSQL: to try things on, and to see what a size costs.",
            "A user places about five orders of about three lines. The same arguments give the same shop."
        },
        showDefaultValues = true)
public final class ImportSyntheticCommand implements Callable<Integer> {
    @Option(names = "--tenant", defaultValue = "synthetic", description = "The tenant to import into.")
    private String tenant = "";

    @Option(names = "--users", defaultValue = "10000", description = "Number of users.")
    private int users;

    @Option(names = "--items", defaultValue = "2000", description = "Number of items.")
    private int items;

    @Option(names = "--categories", defaultValue = "12", description = "Number of categories.")
    private int categories;

    @Option(names = "--days", defaultValue = "180", description = "Length of the shop's history.")
    private int days;

    @Option(names = "--seed", defaultValue = "9", description = "Another seed gives another shop.")
    private long seed;

    @Option(names = "--until", required = true, description = "Where the history ends, as in 2026-11-01T00:00:00Z.")
    private Instant until = Instant.EPOCH;

    @Mixin
    private PostgresOptions postgres = new PostgresOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SyntheticShopSize size = new SyntheticShopSize(users, items, categories, days);
        long begun = System.nanoTime();
        LoadCounts counts = SyntheticShopLoader.load(postgres.toSettings(), new TenantId(tenant), size, seed, until);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        out.printf(
                Locale.ROOT,
                "Tenant %s: %,d users, %,d items; %,d rows written in %.1f s%n",
                tenant,
                users,
                items,
                counts.changed(),
                took.toMillis() / 1_000.0);
        out.flush();
        return 0;
    }
}
