package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.StopSignal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** PostgreSQL, durable as by default; everybody on this machine may enter as {@link #USER}. */
public record PostgresServer(int port) implements Server {
    public static final String USER = "tandem";

    /** The database that is always there. */
    public static final String FIRST_DATABASE = "postgres";

    private static final int INITDB_LINES = 8;

    /** The JDBC URL of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://" + address() + "/" + database;
    }

    @Override
    public String id() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL 17";
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port("--postgres.port", port));
    }

    @Override
    public StopSignal signal() {
        return StopSignal.INT;
    }

    @Override
    public ProcessIdentity launch(StackFolders folders, Consumer<String> notices) {
        Path binaries = PostgresBinaries.unpacked(folders);
        DataFolder data = folders.data(id());
        boolean isNew = data.prepare(notices);
        LogFile setUp = folders.log("postgres-setup");
        UnprivilegedUser user = UnprivilegedUser.find(setUp);
        user.own(data.path(), setUp);
        user.requireReachable(data.path(), setUp);
        Path cluster = data.path().resolve("cluster");
        if (isNew) {
            initialise(binaries, cluster, user, setUp);
        } else {
            StalePostmaster.clear(cluster);
        }
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", cluster.toString()));
        for (String setting : settings()) {
            command.addAll(List.of("-c", setting));
        }
        return ChildProcess.start(command, folders.log(id()));
    }

    @Override
    public boolean answers() {
        if (!ports().get(0).accepts()) {
            return false;
        }
        try (Connection connection = DriverManager.getConnection(url(FIRST_DATABASE), USER, "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=64MB",
                "max_wal_size=256MB",
                "timezone=UTC",
                "log_timezone=UTC");
    }

    private static void initialise(Path binaries, Path cluster, UnprivilegedUser user, LogFile log) {
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(
                binaries.resolve("bin/initdb").toString(),
                "-D",
                cluster.toString(),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (ChildProcess.run(command, log) != 0) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "PostgreSQL cannot make its data folder %s:%n%s".formatted(cluster, log.tail(INITDB_LINES)));
        }
    }
}
