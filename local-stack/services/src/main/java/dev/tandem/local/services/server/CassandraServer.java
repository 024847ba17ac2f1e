package dev.tandem.local.services.server;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.StopSignal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Cassandra cluster of one node, which acknowledges a write only once it is on disk. */
public record CassandraServer(int port, int storagePort) implements Server {
    public static final String DATACENTER = "datacenter1";

    private static final String MODULE = "local-stack/cassandra";
    private static final int ANSWER_MILLIS = 2_000;
    /** The request OPTIONS of protocol version 4, without a body, and the opcode of its answer, SUPPORTED. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private static final int HEADER_LENGTH = 9;
    private static final int OPCODE = 4;
    private static final byte SUPPORTED = 6;

    /** What Cassandra's own options for Java 17 export to it, as module/package. */
    private static final List<String> EXPORTED = List.of(
            "java.base/jdk.internal.misc",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.sql/java.sql",
            "java.base/java.lang.ref",
            "jdk.unsupported/sun.misc",
            "jdk.compiler/com.sun.tools.javac.file",
            "jdk.attach/sun.tools.attach");

    /** What they open to it. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang.module",
            "java.base/jdk.internal.loader",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.reflect",
            "java.base/jdk.internal.math",
            "java.base/jdk.internal.module",
            "java.base/jdk.internal.util.jar",
            "jdk.management/com.sun.management.internal",
            "java.base/sun.nio.ch",
            "java.base/java.io",
            "java.base/java.lang.reflect",
            "jdk.compiler/com.sun.tools.javac",
            "java.base/java.lang",
            "java.base/java.util");

    @Override
    public String id() {
        return "cassandra";
    }

    @Override
    public String title() {
        return "Cassandra 5.0";
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port("--cassandra.port", port), new Port("--cassandra.storage-port", storagePort));
    }

    @Override
    public StopSignal signal() {
        return StopSignal.TERM;
    }

    @Override
    public ProcessIdentity launch(StackFolders folders, Consumer<String> notices) {
        DataFolder data = folders.data(id());
        data.prepare(notices);
        Map<String, String> values =
                Map.of("port", Integer.toString(port), "storage-port", Integer.toString(storagePort));
        Path yaml = data.write("cassandra.yaml", Template.fill("cassandra.yaml", values));
        Path logging = data.write("logback.xml", Template.fill("cassandra-logback.xml", Map.of()));

        List<String> command = new ArrayList<>(withoutLockedMemory());
        command.add(ChildProcess.java());
        EXPORTED.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-javaagent:" + folders.library(MODULE, "jamm-"),
                "-Xms64m",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dcassandra.config=" + yaml.toUri(),
                "-Dcassandra.storagedir=" + data.path(),
                "-Dlogback.configurationFile=" + logging,
                "-Dcassandra-foreground=yes",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.ring_delay_ms=1",
                "-Dcassandra.shutdown_announce_in_ms=0",
                "-Djdk.attach.allowAttachSelf=true",
                "-Djava.security.manager=allow",
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-cp",
                folders.classPath(MODULE),
                "org.apache.cassandra.service.CassandraDaemon"));
        return ChildProcess.start(command, folders.log(id()));
    }

    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(OPTIONS);
            byte[] header = socket.getInputStream().readNBytes(HEADER_LENGTH);
            return header.length == HEADER_LENGTH && header[OPCODE] == SUPPORTED;
        } catch (IOException e) {
            return false;
        }
    }

    /** With root's right to lock memory, Cassandra would make all of its heap resident at once. */
    private static List<String> withoutLockedMemory() {
        boolean needed =
                UnprivilegedUser.isRoot() && ChildProcess.findOnPath("setpriv").isPresent();
        return needed ? List.of("setpriv", "--bounding-set=-ipc_lock") : List.of();
    }
}
