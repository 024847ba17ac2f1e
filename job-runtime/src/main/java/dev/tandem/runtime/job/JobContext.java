package dev.tandem.runtime.job;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a job for one tenant: its session, its one reading of the clock, and the timing of its steps. */
public final class JobContext {
    private static final Logger log = LoggerFactory.getLogger(JobContext.class);

    private final String job;
    private final SparkSession spark;
    private final TenantId tenant;
    private final Instant startedAt;
    private final Map<String, Duration> steps = new LinkedHashMap<>();

    public JobContext(String job, SparkSession spark, TenantId tenant, Instant startedAt) {
        this.job = job;
        this.spark = spark;
        this.tenant = tenant;
        this.startedAt = startedAt;
    }

    /** The job's id. */
    public String job() {
        return job;
    }

    public SparkSession spark() {
        return spark;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** When the process started: for stamps such as {@code generated_at}, never for choosing data. */
    public Instant startedAt() {
        return startedAt;
    }

    /**
     * Does one step of the job: its Spark work carries the step's name in Spark's own pages, and its time is logged and
     * reported. A step whose result is a number logs it as rows.
     */
    public <T> T step(String name, Supplier<T> work) {
        spark.sparkContext().setJobGroup(job + "/" + tenant + "/" + name, name, false);
        long begun = System.nanoTime();
        try {
            T result = work.get();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            steps.merge(name, took, Duration::plus);
            String rows = result instanceof Long number ? number + " rows, " : "";
            log.info("{}: {}{}", name, rows, JobReport.seconds(took));
            return result;
        } finally {
            spark.sparkContext().clearJobGroup();
        }
    }

    /** Does one step of the job that has no result. */
    public void step(String name, Runnable work) {
        step(name, () -> {
            work.run();
            return name;
        });
    }

    /** A report with the times of the steps so far, for the job to put its numbers in. */
    public JobReport report(DataInterval interval) {
        return new JobReport(job, tenant, interval, Map.of(), Map.of(), steps, null);
    }
}
