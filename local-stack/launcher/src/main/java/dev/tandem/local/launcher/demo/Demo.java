package dev.tandem.local.launcher.demo;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.job.BatchJob;
import dev.tandem.local.launcher.job.JobProcess;
import dev.tandem.local.launcher.shopdata.LoadCounts;
import dev.tandem.local.launcher.stack.LocalStack;
import dev.tandem.local.launcher.stack.Residents;
import dev.tandem.local.launcher.stack.RunningStack;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopLoader;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopSize;
import dev.tandem.local.launcher.terminal.Progress;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.process.StopSignal;
import dev.tandem.local.services.server.PostgresServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The way of a synthetic shop from orders in PostgreSQL to recommendations over HTTP. */
public final class Demo {
    /** The tenant of the synthetic shop, which is the API's default as well. */
    public static final TenantId TENANT = new TenantId("shop");

    private static final String SHOP = "shop";
    private static final String JOB_MEMORY = "1g";
    /** So small a shop's jobs are over before the optimising compiler would pay: 11 s instead of 19 s of processor time. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final int QUOTED_LINES = 12;
    private static final long LOOK_MILLIS = 500;

    private final LocalStack stack;
    private final Progress progress;

    public Demo(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Brings the stack to where it answers with recommendations; what an earlier demo has done is not done again. */
    public void prepare(Instant now) throws InterruptedException {
        stack.startServers();
        DemoState state = DemoState.read(stack.settings().folders(), now.truncatedTo(ChronoUnit.HOURS));
        once(state, SHOP, "Synthetic shop", "making", () -> {
            LoadCounts counts = SyntheticShopLoader.load(
                    postgres(), TENANT, SyntheticShopSize.DEMO, SyntheticShopLoader.DEMO_SEED, state.until());
            return "%,d rows written".formatted(counts.changed());
        });
        for (BatchJob job : BatchJob.nightly()) {
            once(state, job.id(), job.id(), "running", () -> run(job, state.until()));
        }
        stack.startApiAndStreaming();
        progress.step("First answers", "waiting for", () -> {
            new ThingsToTry(stack.api()).awaitAnswers();
            return "the API has what it needs";
        });
    }

    private void once(DemoState state, String id, String title, String doing, Progress.Step step)
            throws InterruptedException {
        if (state.isDone(id)) {
            progress.step(title, doing, () -> "done by an earlier demo");
            return;
        }
        progress.step(title, doing, step);
        state.markDone(id);
    }

    private String run(BatchJob job, Instant until) throws InterruptedException {
        StackSettings settings = stack.settings();
        LogFile log = settings.folders().log(job.id());
        List<String> command = new ArrayList<>(new JobProcess(settings.folders(), JOB_MEMORY, Map.of())
                .prepare(job, List.of("--tenant=" + TENANT, "--interval-end=" + until))
                .command());
        command.add(1, QUICK_COMPILER);
        Map<String, String> environment = new RunningStack(settings.folders()).environment();
        List<Process> started = new ArrayList<>();
        stack.begin(() -> {
            Process process = ChildProcess.spawn(command, environment, log);
            started.add(process);
            ProcessRecord record = new ProcessRecord(
                    Residents.JOB,
                    ProcessIdentity.of(process.toHandle()),
                    0,
                    StopSignal.TERM,
                    ProcessIdentity.current());
            record.write(settings.folders().record(Residents.JOB));
            return record;
        });
        Process process = started.get(0);
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            stack.requireAllAlive();
        }
        stack.forget(Residents.JOB);
        if (process.exitValue() != 0) {
            stack.requireAllAlive();
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "%s ended with exit code %d; the last lines of %s:%n%s"
                            .formatted(job.id(), process.exitValue(), log.path(), log.tail(QUOTED_LINES)));
        }
        return JobLog.outcome(log);
    }

    private PostgresSettings postgres() {
        return new PostgresSettings(
                stack.settings().postgres().url(StackSettings.STORE), PostgresServer.USER, new Secret(""));
    }
}
