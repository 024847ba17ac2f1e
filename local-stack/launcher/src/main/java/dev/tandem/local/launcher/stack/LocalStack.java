package dev.tandem.local.launcher.stack;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.launcher.terminal.Progress;
import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.contract.KafkaContract;
import dev.tandem.local.services.contract.PostgresContract;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.process.StopSignal;
import dev.tandem.local.services.server.Port;
import dev.tandem.local.services.server.Readiness;
import dev.tandem.local.services.server.Server;
import dev.tandem.local.services.server.ServerStart;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Starts, watches and stops the processes of one stack. Whoever uses it holds the {@link StackLock}. */
public final class LocalStack {
    private static final int QUOTED_LINES = 8;

    private final StackSettings settings;
    private final Progress progress;
    private final Optional<ProcessIdentity> owner;
    private final Residents residents;
    private final List<ProcessRecord> started = new CopyOnWriteArrayList<>();
    /** Starts may overlap each other, but not the stop, which else would miss what is about to be started. */
    private final ReadWriteLock starting = new ReentrantReadWriteLock();

    private volatile boolean stopping;
    private boolean stopped;

    /**
     * @param owner the launcher that ends what it starts; empty to leave it running in the background
     */
    public LocalStack(StackSettings settings, Progress progress, Optional<ProcessIdentity> owner) {
        this.settings = settings;
        this.progress = progress;
        this.owner = owner;
        this.residents = new Residents(settings.folders());
    }

    public StackSettings settings() {
        return settings;
    }

    /** The address of the API. */
    public URI api() {
        return new ApiProcess(settings).address();
    }

    /**
     * Fails if a port of something that is yet to be started is taken.
     *
     * @param wanted names of what is to run, such as {@link Residents#SERVING}
     */
    public void requireFreePorts(List<String> wanted) {
        List<Port> ports = new ArrayList<>();
        for (Server server : missingServers()) {
            ports.addAll(server.ports());
        }
        if (residents.findRunning(Residents.API).isEmpty()) {
            ports.add(new ApiProcess(settings).port());
        }
        if (wanted.contains(Residents.STREAMING)
                && residents.findRunning(Residents.STREAMING).isEmpty()) {
            ports.add(new StreamingProcess(settings).port());
        }
        PortCheck.requireFree(ports);
    }

    /** Starts the servers that do not run, all at once, and brings them to the contract. */
    public void startServers() throws InterruptedException {
        ServerStart start = new ServerStart(settings.folders(), owner, progress::notice);
        Together together = new Together();
        for (Server server : missingServers()) {
            together.add(() -> progress.step(server.title(), "starting", () -> {
                start.awaitAnswer(server, begin(() -> start.launch(server)));
                return "ready on " + server.address();
            }));
        }
        together.await();
        progress.step("Contracts", "applying", () -> {
            Together contracts = new Together();
            contracts.add(() -> PostgresContract.apply(settings.postgres(), StackSettings.STORE));
            contracts.add(() -> KafkaContract.apply(settings.kafka()));
            contracts.add(() -> CassandraContract.apply(settings.cassandra(), StackSettings.STORE));
            contracts.await();
            return "tables and topics are in place";
        });
    }

    /** Starts the API if it does not run. */
    public void startApi() throws InterruptedException {
        ApiProcess api = new ApiProcess(settings);
        start("API", Residents.API, api::launch, api.port().number(), api::answers);
    }

    /** Starts the streaming job if it does not run; returns once all of its queries run. */
    public void startStreaming() throws InterruptedException {
        StreamingProcess streaming = new StreamingProcess(settings);
        start(
                "Streaming job",
                Residents.STREAMING,
                streaming::launch,
                streaming.port().number(),
                streaming::answers);
    }

    /** Starts the API and the streaming job, as far as they do not run, at once. */
    public void startApiAndStreaming() throws InterruptedException {
        Together together = new Together();
        together.add(this::startApi);
        together.add(this::startStreaming);
        together.await();
    }

    private void start(String title, String name, Supplier<ProcessIdentity> launch, int port, BooleanSupplier answers)
            throws InterruptedException {
        if (residents.findRunning(name).isPresent()) {
            return;
        }
        progress.step(title, "starting", () -> {
            ProcessRecord record = begin(() -> {
                ProcessIdentity process = launch.get();
                ProcessRecord launched = new ProcessRecord(name, process, port, StopSignal.TERM, owner.orElse(process));
                launched.write(settings.folders().record(name));
                return launched;
            });
            Readiness.await("The " + title, record.process(), settings.folders().log(name), answers);
            return "ready on http://127.0.0.1:" + port;
        });
    }

    /** Starts a process by {@code launch}, unless the stack is being stopped. */
    public ProcessRecord begin(Supplier<ProcessRecord> launch) {
        starting.readLock().lock();
        try {
            if (stopping) {
                throw new TandemException(FailureKind.DEPENDENCY, "The stack is being stopped");
            }
            ProcessRecord record = launch.get();
            started.add(record);
            return record;
        } finally {
            starting.readLock().unlock();
        }
    }

    /** Takes note that a process has done its work and ended. */
    public void forget(String name) {
        started.removeIf(record -> record.name().equals(name));
        residents.forget(name);
    }

    /** Fails if a server, the API or the streaming job, started by this launcher, has ended meanwhile. */
    public void requireAllAlive() {
        for (ProcessRecord record : started) {
            if (!record.name().equals(Residents.JOB) && !record.process().isAlive() && !stopping) {
                LogFile log = settings.folders().log(record.name());
                throw new TandemException(
                        FailureKind.DEPENDENCY,
                        "%s (pid %d) has ended, and nobody here asked it to; the last lines of %s:%n%s"
                                .formatted(record.name(), record.process().pid(), log.path(), log.tail(QUOTED_LINES)));
            }
        }
    }

    /**
     * Ends what this launcher started, in the order of {@link Residents#NAMES}; further starts are refused.
     *
     * @return false if it had been done before
     */
    public boolean stop() {
        stopping = true;
        starting.writeLock().lock();
        try {
            boolean isFirst = !stopped;
            stopped = true;
            for (String name : Residents.NAMES) {
                started.stream().filter(record -> record.name().equals(name)).forEach(this::stop);
            }
            started.clear();
            return isFirst;
        } finally {
            starting.writeLock().unlock();
        }
    }

    /** Whether the stack is being stopped, so that failures of what used it are no news. */
    public boolean isStopping() {
        return stopping;
    }

    /** Ends whatever runs, whoever started it. */
    public void stopAll() {
        residents.all().forEach(this::stop);
    }

    private void stop(ProcessRecord record) {
        boolean wasAlive = record.process().isAlive();
        try {
            progress.step(record.name(), "stopping", () -> {
                residents.stop(record);
                return wasAlive ? "stopped" : "had ended already";
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Server> missingServers() {
        return List.<Server>of(settings.postgres(), settings.kafka(), settings.cassandra()).stream()
                .filter(server -> residents.findRunning(server.id()).isEmpty())
                .toList();
    }
}
