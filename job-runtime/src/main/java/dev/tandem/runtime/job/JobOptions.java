package dev.tandem.runtime.job;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.core.settings.TenantOption;
import java.net.URI;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link JobSettings}, for jobs to mix in. */
public final class JobOptions {
    @Mixin
    private final TenantOption tenant = new TenantOption();

    @Option(
            names = "--spark.master",
            defaultValue = "local[*]",
            description = "Where Spark runs; what spark-submit says wins.")
    private String sparkMaster = "";

    @Option(
            names = "--spark.shuffle-partitions",
            defaultValue = "16",
            description = "Parts of a shuffle before small ones are merged; what spark-submit says wins.")
    private int shufflePartitions;

    @Mixin
    private final PostgresOptions postgres = new PostgresOptions();

    @Mixin
    private final CassandraOptions cassandra = new CassandraOptions();

    @Option(
            names = "--report.uri",
            defaultValue = "",
            showDefaultValue = Visibility.NEVER,
            description =
                    "Where the run's report goes, one JSON object a line and tenant: a file, or a folder ending in"
                            + " '/', in which the file is named after the job.")
    private URI reportUri = URI.create("");

    public JobSettings toSettings() {
        if (shufflePartitions < 1) {
            throw TandemException.invalid(
                    "--spark.shuffle-partitions", Integer.toString(shufflePartitions), "1 or more");
        }
        return new JobSettings(
                tenant.toTenant().stream().toList(),
                sparkMaster,
                shufflePartitions,
                postgres.toSettings(),
                cassandra.toSettings(),
                reportUri);
    }
}
