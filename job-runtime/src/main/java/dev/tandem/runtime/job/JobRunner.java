package dev.tandem.runtime.job;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.spark.SparkSessions;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs a batch job as a process: settings in, the job once for each tenant, one line of report and one exit code out. */
public final class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private JobRunner() {}

    /** The whole of a job's {@code main}; it ends the process. */
    public static <C extends JobConfig> void main(
            String job, String[] args, SettingsSource<C> options, JobBody<C> body) {
        LogFormat.useTandems();
        System.exit(run(job, List.of(args), System.getenv(), options, body));
    }

    private static <C extends JobConfig> int run(
            String job,
            List<String> args,
            Map<String, String> environment,
            SettingsSource<C> options,
            JobBody<C> body) {
        Instant startedAt = Instant.now();
        MDC.put("job", job);
        try {
            Optional<C> config = Settings.read(job, options, args, environment);
            if (config.isEmpty()) {
                System.out.print(Settings.help(job, options));
                return 0;
            }
            return run(job, config.get(), startedAt, body);
        } catch (TandemException e) {
            log.error("{}", e.getMessage());
            return e.kind().exitCode();
        }
    }

    private static <C extends JobConfig> int run(String job, C config, Instant startedAt, JobBody<C> body) {
        log.info("starts with {}", config);
        RunOutcome outcome = new RunOutcome();
        try {
            List<TenantId> tenants = Tenants.choose(
                    config.job().tenants(), new PostgresDatabase(config.job().postgres()));
            try (SparkSession spark = SparkSessions.open(
                    job, config.job().sparkMaster(), config.job().shufflePartitions())) {
                List<JobReport> reports = new ArrayList<>();
                for (TenantId tenant : tenants) {
                    runForTenant(new JobContext(job, spark, tenant, startedAt), config, body, reports, outcome)
                            .ifPresentOrElse(outcome::failed, outcome::done);
                }
                URI reportUri = config.job().reportUri();
                if (!reportUri.toString().isEmpty()) {
                    JobReports.write(
                            reportUri, job, reports, spark.sessionState().newHadoopConf());
                }
            }
        } catch (Throwable e) {
            outcome.failed(fail(job, e, config));
        }
        return outcome.exitCode();
    }

    /** Runs the job for one tenant; its failure does not keep the others from their turn. */
    private static <C extends JobConfig> Optional<FailureKind> runForTenant(
            JobContext context, C config, JobBody<C> body, List<JobReport> reports, RunOutcome outcome) {
        MDC.put("tenant", context.tenant().value());
        try {
            JobReport report = body.run(context, config);
            reports.add(report);
            log.info("done: {}", report);
            if (report.finding() != null) {
                log.error("{} for {} found: {}", context.job(), context.tenant(), report.finding());
                outcome.found();
            }
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(fail("%s for %s".formatted(context.job(), context.tenant()), e, config));
        } finally {
            MDC.remove("tenant");
        }
    }

    private static FailureKind fail(String what, Throwable failure, JobConfig config) {
        TandemException explained = StoreFailures.explain(
                failure, config.job().postgres(), config.job().cassandra(), config.brokers());
        if (explained.kind() == FailureKind.INTERNAL) {
            log.error("{} failed: INTERNAL", what, failure);
        } else {
            log.error("{} failed: {}: {}", what, explained.kind(), explained.getMessage());
            log.debug("{} failed", what, failure);
        }
        return explained.kind();
    }
}
