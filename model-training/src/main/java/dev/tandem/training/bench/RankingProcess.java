package dev.tandem.training.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tandem.core.settings.Settings;
import dev.tandem.runtime.spark.SparkSessions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One way, measured once in a fresh JVM that has warmed up on a tenth of the users. */
final class RankingProcess {
    private static final double NANOS = 1e9;
    private static final double KIB_IN_MIB = 1024;

    private RankingProcess() {}

    /**
     * Measures and prints.
     *
     * @param args name of the {@link RankingWay}, number of the round, file for the {@link SampleLists}, and what the
     *     benchmark was given
     */
    public static void main(String[] args) throws IOException {
        RankingWay way = RankingWay.valueOf(args[0]);
        List<String> given = Arrays.asList(args).subList(3, args.length);
        TopNBenchConfig config =
                Settings.read("top-n", new TopNBenchOptions(), given, Map.of()).orElseThrow();
        try (SparkSession spark = SparkSessions.open("bench top-n", "local[*]", 16)) {
            warmUp(way, spark, config.withUsers(Math.max(config.users() / 10, 1)));
            SyntheticModel model = SyntheticModel.of(spark, config);
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            System.gc();
            long cpu = system.getProcessCpuTime();
            long begun = System.nanoTime();
            List<Row> sample = sample(way.rank(model, config));
            double seconds = (System.nanoTime() - begun) / NANOS;
            double cpuSeconds = (system.getProcessCpuTime() - cpu) / NANOS;
            SampleLists.of(sample).write(Path.of(args[2]));
            System.out.printf(
                    Locale.ROOT,
                    "measurement {\"way\":\"%s\",\"round\":%s,\"seconds\":%.3f,\"amount\":%d,\"unit\":\"users\","
                            + "\"cpu_seconds\":%.2f,\"peak_mib\":%.0f}%n",
                    way.title(),
                    args[1],
                    seconds,
                    config.users(),
                    cpuSeconds,
                    peakMib());
        }
    }

    private static void warmUp(RankingWay way, SparkSession spark, TopNBenchConfig small) {
        SyntheticModel model = SyntheticModel.of(spark, small);
        for (int run = 0; run < 2; run++) {
            sample(way.rank(model, small));
        }
        model.close();
    }

    /** Computes all lists, and keeps those of the sample. */
    private static List<Row> sample(Dataset<Row> lists) {
        FilterFunction<Row> inSample = list -> list.getInt(0) < SampleLists.USERS;
        return new ArrayList<>(lists.filter(inSample).collectAsList());
    }

    /** The most memory that this process ever had resident; where the system does not tell, that of its heap. */
    private static double peakMib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_IN_MIB;
                }
            }
        }
        return Runtime.getRuntime().totalMemory() / KIB_IN_MIB / KIB_IN_MIB;
    }
}
