package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.core.shop.TenantId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code import online-retail}. */
@Command(
        name = "online-retail",
        description = {
            "Imports real orders: UCI Online Retail CSV files, plain or gzipped, into PostgreSQL.",
            "Every row is accounted for; what cannot become an order is kept in import_rejects with its reason. "
                    + "Importing the same files again changes nothing. Give all files of a shop at once: item names, "
                    + "prices and countries are those of the files that are read together."
        },
        showDefaultValues = true)
public final class ImportOnlineRetailCommand implements Callable<Integer>, SettingsSource<ImportOnlineRetailConfig> {
    private static final int PROGRESS_EVERY = 100_000;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files, read in this order.")
    private List<Path> files = List.of();

    @Option(names = "--tenant", defaultValue = "online-retail", description = "The tenant to import into.")
    private String tenant = "";

    @Option(names = "--zone", defaultValue = "Europe/London", description = "Time zone of the dates in the files.")
    private ZoneId zone = ZoneId.of("UTC");

    @Mixin
    private PostgresOptions postgres = new PostgresOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public ImportOnlineRetailConfig toSettings() {
        return new ImportOnlineRetailConfig(files, new TenantId(tenant), zone, postgres.toSettings());
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ImportOnlineRetailConfig config = toSettings();
        long start = System.nanoTime();
        OnlineRetailImport.Result result = OnlineRetailImport.run(config, new PrintedProgress(out));
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        AccountText.print(out, config.tenant(), result.account(), result.counts(), time);
        out.flush();
        return 0;
    }

    /** Lines that pass by while the import works. */
    private record PrintedProgress(PrintWriter out) implements OnlineRetailImport.Progress {
        @Override
        public void read(String file, long rows, long ofRows) {
            if (rows % PROGRESS_EVERY == 0) {
                out.printf(Locale.ROOT, "  %s: %,d of %,d rows read%n", file, rows, ofRows);
                out.flush();
            }
        }

        @Override
        public void writing() {
            out.printf("  All rows read; writing to PostgreSQL%n");
            out.flush();
        }
    }
}
