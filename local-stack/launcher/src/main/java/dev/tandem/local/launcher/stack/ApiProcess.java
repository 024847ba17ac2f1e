package dev.tandem.local.launcher.stack;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.server.Port;
import java.net.URI;
import java.util.List;

/** The API as a process of its own. */
record ApiProcess(StackSettings settings) {
    private static final String MODULE = "serving-api";
    private static final String MAIN = "dev.tandem.serving.ServingMain";

    Port port() {
        return new Port("--api.port", settings.apiPort());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + settings.apiPort());
    }

    ProcessIdentity launch() {
        return ChildProcess.start(
                List.of(
                        ChildProcess.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        settings.folders().classPath(MODULE),
                        MAIN,
                        "--api.port=" + settings.apiPort(),
                        "--kafka.bootstrap-servers=" + settings.kafka().address(),
                        "--cassandra.contact-points=" + settings.cassandra().address(),
                        "--cassandra.keyspace=" + StackSettings.STORE),
                settings.folders().log(Residents.API));
    }

    /** Whether it answers; it may still miss data. */
    boolean answers() {
        return HttpProbe.isOk(address().resolve("/health/live"));
    }
}
