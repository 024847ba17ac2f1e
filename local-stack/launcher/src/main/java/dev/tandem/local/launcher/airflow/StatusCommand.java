package dev.tandem.local.launcher.airflow;

import dev.tandem.airflow.AirflowClient;
import dev.tandem.airflow.DagRun;
import dev.tandem.airflow.RunState;
import dev.tandem.airflow.TaskState;
import dev.tandem.local.launcher.terminal.TextTable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tandem airflow status}: a run and its tasks as they stand now. */
@Command(name = "status", description = "Shows how a run and its tasks stand.", showDefaultValues = true)
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "Its id, as trigger and list show it.")
    private String runId = "";

    @Option(names = "--dag", description = "The DAG, where several have a run of this id.")
    private @Nullable String dag;

    @Mixin
    private final AirflowAccess access = new AirflowAccess();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        AirflowClient client = access.client();
        DagRun run = AirflowAccess.find(client, dag, runId);
        PrintWriter out = spec.commandLine().getOut();
        out.println("%s of %s is %s (began %s, ended %s)"
                .formatted(
                        run.id(),
                        run.dagId(),
                        RunText.word(run.state()),
                        RunText.time(run.startedAt()),
                        RunText.time(run.endedAt())));
        TextTable table = new TextTable("TASK", "STATE");
        for (TaskState task : client.tasks(run)) {
            table.add(task.id(), task.state() == null ? "-" : task.state());
        }
        table.lines().forEach(out::println);
        if (run.state() == RunState.QUEUED && client.dag(run.dagId()).isPaused()) {
            out.println(RunText.paused(run.dagId()));
        }
        out.println("Page: " + client.page(run));
        out.flush();
        return 0;
    }
}
