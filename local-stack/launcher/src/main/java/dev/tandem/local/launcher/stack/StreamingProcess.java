package dev.tandem.local.launcher.stack;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.server.Port;
import dev.tandem.local.services.server.PostgresServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The streaming job as a process of its own, with Spark inside it. */
record StreamingProcess(StackSettings settings) {
    private static final String MODULE = "streaming-job";
    private static final String MAIN = "dev.tandem.streaming.StreamingMain";

    Port port() {
        return new Port("--streaming.port", settings.streamingPort());
    }

    /** The address of its metrics and its health. */
    URI address() {
        return URI.create("http://127.0.0.1:" + settings.streamingPort());
    }

    ProcessIdentity launch() {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                // A process that has lost a thread to a full heap looks well and does nothing.
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(SparkJvm.flags());
        command.addAll(List.of(
                "-cp",
                settings.folders().classPath(MODULE),
                MAIN,
                "--checkpoints.uri=" + settings.folders().root().resolve(StackSettings.CHECKPOINTS),
                "--metrics.port=" + settings.streamingPort(),
                "--kafka.bootstrap-servers=" + settings.kafka().address(),
                "--cassandra.contact-points=" + settings.cassandra().address(),
                "--cassandra.keyspace=" + StackSettings.STORE,
                "--postgres.url=" + settings.postgres().url(StackSettings.STORE),
                "--postgres.user=" + PostgresServer.USER));
        return ChildProcess.start(command, settings.folders().log(Residents.STREAMING));
    }

    /** Whether every query runs. */
    boolean answers() {
        return HttpProbe.isOk(address().resolve("/health/ready"));
    }
}
