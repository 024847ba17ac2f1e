package dev.tandem.local.launcher.airflow;

import dev.tandem.airflow.AirflowClient;
import dev.tandem.airflow.RunRequest;
import dev.tandem.airflow.Triggered;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tandem airflow trigger}: a run is made, or found made before. */
@Command(
        name = "trigger",
        description =
                "Asks for a run of a DAG. The same DAG, interval and params make one run, however often asked for.",
        showDefaultValues = true)
final class TriggerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DAG", description = "Its id, such as tandem_train.")
    private String dag = "";

    @Option(names = "--interval-start", description = "Start of the data interval, as in 2026-01-01T00:00:00Z.")
    private @Nullable Instant start;

    @Option(names = "--interval-end", description = "End of the data interval; else the last full hour.")
    private @Nullable Instant end;

    @Option(names = "--conf", paramLabel = "NAME=VALUE", description = "A param of the DAG, such as tenant=shop.")
    private Map<String, String> conf = new LinkedHashMap<>();

    @Mixin
    private final AirflowAccess access = new AirflowAccess();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        AirflowClient client = access.client();
        PrintWriter out = spec.commandLine().getOut();
        RunRequest request = request(out);
        Triggered triggered = client.trigger(request);
        String run = triggered.run().id();
        out.println("%s is %s%s"
                .formatted(
                        run,
                        RunText.word(triggered.run().state()),
                        triggered.isNew() ? "" : "; it was asked for before, and nothing new was started"));
        if (client.dag(dag).isPaused()) {
            out.println(RunText.paused(dag));
        }
        out.println("Page: " + client.page(triggered.run()));
        out.println("Wait for it: ./tandem airflow wait " + run);
        out.flush();
        return 0;
    }

    private RunRequest request(PrintWriter out) {
        Map<String, String> params = new LinkedHashMap<>(conf);
        if (start != null) {
            params.put(RunRequest.INTERVAL_START, start.toString());
        }
        if (end != null) {
            return RunRequest.upTo(end, dag, params);
        }
        Instant assumed = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
        out.println("No --interval-end given: the data interval ends at " + assumed);
        return RunRequest.upTo(assumed, dag, params);
    }
}
