package dev.tandem.local.services;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.contract.KafkaContract;
import dev.tandem.local.services.contract.PostgresContract;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.Deadline;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.process.StopSignal;
import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.KafkaServer;
import dev.tandem.local.services.server.PostgresServer;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The process behind {@link SharedStack}: {@code lease HOME NAME BUILD_PID BUILD_START} makes sure that the servers run,
 * and prints a lease; {@code supervise HOME} is what it starts to have them run.
 */
final class SharedStackMain {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,19}");
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int QUOTED_LINES = 15;

    private final StackFolders folders;
    private final SharedFolder shared;

    private SharedStackMain(Path home) {
        this.folders = new StackFolders(home, home.resolve("target/it-stack"));
        this.shared = SharedFolder.of(folders);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        SharedStackMain main = new SharedStackMain(Path.of(args[1]));
        if (args[0].equals("supervise")) {
            new StackSupervisor(main.folders).run();
        } else {
            ProcessIdentity build = new ProcessIdentity(Long.parseLong(args[3]), Instant.parse(args[4]));
            System.out.println(main.lease(args[2], build));
        }
        System.exit(0);
    }

    private String lease(String name, ProcessIdentity build) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw TandemException.invalid("name of a lease", name, "1 to 20 of a-z and 0-9, beginning with a letter");
        }
        try (FileChannel lock = shared.lock()) {
            shared.addOwner(build);
            if (!lock.isOpen() || !serversAnswer()) {
                startSupervisor();
            }
            String world = "it_" + name + "_" + shared.nextNumber();
            PostgresContract.apply(postgres(), world);
            CassandraContract.apply(cassandra(), world);
            KafkaContract.apply(kafka());
            return String.join(
                    "\n",
                    "postgres.url=" + postgres().url(world),
                    "postgres.user=" + PostgresServer.USER,
                    "cassandra.host=127.0.0.1",
                    "cassandra.port=" + cassandra().port(),
                    "cassandra.datacenter=" + CassandraServer.DATACENTER,
                    "cassandra.keyspace=" + world,
                    "kafka.bootstrap-servers=" + kafka().address());
        }
    }

    private boolean serversAnswer() {
        Optional<ProcessIdentity> supervisor =
                ProcessRecord.read(folders.record(SharedFolder.SUPERVISOR)).map(ProcessRecord::process);
        if (supervisor.isEmpty() || !supervisor.get().isAlive()) {
            return false;
        }
        Deadline.in(START_PATIENCE)
                .meets(() -> shared.isReady() || !supervisor.get().isAlive());
        // A busy machine is slow to answer; a server that has ended never will.
        Deadline.in(START_PATIENCE).meets(() -> allAnswer() || !SharedFolder.serversRun(folders));
        if (supervisor.get().isAlive() && allAnswer()) {
            return true;
        }
        supervisor.get().stop(StopSignal.TERM, STOP_PATIENCE);
        return false;
    }

    private boolean allAnswer() {
        return postgres().answers() && kafka().answers() && cassandra().answers();
    }

    private void startSupervisor() throws IOException {
        shared.unmarkReady();
        ProcessIdentity supervisor = ChildProcess.start(
                List.of(
                        ChildProcess.java(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=shared-stack-logback.xml",
                        "-cp",
                        folders.classPath("local-stack/services"),
                        SharedStackMain.class.getName(),
                        "supervise",
                        folders.home().toString()),
                folders.log(SharedFolder.SUPERVISOR));
        new ProcessRecord(SharedFolder.SUPERVISOR, supervisor, 0, StopSignal.TERM, supervisor)
                .write(folders.record(SharedFolder.SUPERVISOR));
        Deadline.in(START_PATIENCE).meets(() -> shared.isReady() || !supervisor.isAlive());
        if (!shared.isReady()) {
            String tail = folders.log(SharedFolder.SUPERVISOR).tail(QUOTED_LINES);
            throw new TandemException(FailureKind.DEPENDENCY, "The shared servers do not start:\n" + tail);
        }
    }

    private PostgresServer postgres() {
        return new PostgresServer(port("postgres"));
    }

    private KafkaServer kafka() {
        return new KafkaServer(port("kafka"), 0);
    }

    private CassandraServer cassandra() {
        return new CassandraServer(port("cassandra"), 0);
    }

    private int port(String server) {
        return ProcessRecord.read(folders.record(server))
                .map(ProcessRecord::port)
                .orElse(0);
    }
}
