package dev.tandem.local.launcher.airflow;

import dev.tandem.airflow.AirflowClient;
import dev.tandem.airflow.DagRun;
import dev.tandem.airflow.RunState;
import dev.tandem.airflow.TaskState;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tandem airflow wait}: follows a run to its end, which is that of the command. */
@Command(
        name = "wait",
        description = {
            "Waits for the end of a run and shows what its tasks do.",
            "Ends with 0 where it succeeded, 4 where a task was skipped because a model was not good enough, 1 where it"
                    + " failed, and 5 where it did not end in time."
        },
        showDefaultValues = true)
final class WaitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "Its id, as trigger and list show it.")
    private String runId = "";

    @Option(names = "--dag", description = "The DAG, where several have a run of this id.")
    private @Nullable String dag;

    @Option(names = "--every", defaultValue = "PT5S", description = "How often to look, such as PT5S.")
    private Duration every = Duration.ZERO;

    @Option(names = "--timeout", defaultValue = "PT6H", description = "How long to wait at the most, such as PT6H.")
    private Duration timeout = Duration.ZERO;

    @Mixin
    private final AirflowAccess access = new AirflowAccess();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Set<String> shown = new HashSet<>();

    @Override
    public Integer call() throws InterruptedException {
        if (every.isNegative() || every.isZero()) {
            throw TandemException.invalid("--every", every.toString(), "more than PT0S, such as PT5S");
        }
        AirflowClient client = access.client();
        DagRun run = AirflowAccess.find(client, dag, runId);
        long begin = System.nanoTime();
        while (true) {
            List<TaskState> tasks = client.tasks(run);
            show(run, tasks, begin);
            if (run.state().isFinal()) {
                return end(client, run, tasks);
            }
            refusePaused(client, run);
            if (System.nanoTime() - begin > timeout.toNanos()) {
                throw new TandemException(
                        FailureKind.DEPENDENCY,
                        "Run %s has not ended within %s; it goes on. See %s"
                                .formatted(run.id(), timeout, client.page(run)));
            }
            Thread.sleep(every.toMillis());
            run = AirflowAccess.find(client, run.dagId(), runId);
        }
    }

    /** Prints what is new since the last look. */
    private void show(DagRun run, List<TaskState> tasks, long begin) {
        PrintWriter out = spec.commandLine().getOut();
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        if (shown.add("run " + run.state())) {
            out.printf("%6d s  %s is %s%n", seconds, run.id(), RunText.word(run.state()));
        }
        for (TaskState task : tasks) {
            if (task.state() != null && shown.add(task.id() + " " + task.state())) {
                out.printf("%6d s  %s: %s%n", seconds, task.id(), task.state());
            }
        }
        out.flush();
    }

    private static void refusePaused(AirflowClient client, DagRun run) {
        if (run.state() == RunState.QUEUED && client.dag(run.dagId()).isPaused()) {
            throw new TandemException(FailureKind.CONFIGURATION, RunText.paused(run.dagId()) + ", and wait again");
        }
    }

    private int end(AirflowClient client, DagRun run, List<TaskState> tasks) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Page: " + client.page(run));
        if (run.state() == RunState.FAILED) {
            out.println("Failed: %s. The task's log says why, and by its exit code what to do"
                    .formatted(names(tasks, TaskState::isFailed)));
            out.flush();
            return FailureKind.INTERNAL.exitCode();
        }
        String skipped = names(tasks, TaskState::isSkipped);
        if (!skipped.isEmpty()) {
            out.println("Skipped: %s. A model was not good enough, and the current one stays".formatted(skipped));
        }
        out.flush();
        return skipped.isEmpty() ? 0 : FailureKind.QUALITY_GATE.exitCode();
    }

    private static String names(List<TaskState> tasks, Predicate<TaskState> which) {
        return tasks.stream().filter(which).map(TaskState::id).collect(Collectors.joining(", "));
    }
}
