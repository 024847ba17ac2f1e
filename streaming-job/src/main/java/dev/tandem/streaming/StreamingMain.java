package dev.tandem.streaming;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Settings;
import dev.tandem.runtime.job.LogFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The speed layer as a process. It ends on SIGTERM, with exit code 0. */
public final class StreamingMain {
    private static final Logger log = LoggerFactory.getLogger(StreamingMain.class);
    private static final String COMMAND = "streaming-job";

    private static final int BEFORE_SPARK = 1_000;

    private StreamingMain() {}

    public static void main(String[] args) throws InterruptedException {
        LogFormat.useTandems();
        try {
            run(List.of(args), System.getenv());
        } catch (TandemException e) {
            log.error("{}", e.getMessage());
            System.exit(e.kind().exitCode());
        }
    }

    private static void run(List<String> args, Map<String, String> environment) throws InterruptedException {
        Optional<StreamingConfig> config = Settings.read(COMMAND, new StreamingOptions(), args, environment);
        if (config.isEmpty()) {
            System.out.print(Settings.help(COMMAND, new StreamingOptions()));
            return;
        }
        StreamingApplication application = StreamingApplication.start(config.get());
        // Spark stops its context in a hook of this kind; the queries have to end before.
        ShutdownHookManager.get().addShutdownHook(() -> stop(application), BEFORE_SPARK, 1, TimeUnit.MINUTES);
        application.await();
    }

    private static void stop(StreamingApplication application) {
        log.info("Stopping");
        application.close();
        log.info("Stopped");
        // A JVM that a signal ends has exit code 143 even after an orderly stop, which an orchestrator takes for a
        // failure.
        Runtime.getRuntime().halt(0);
    }
}
