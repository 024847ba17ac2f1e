package dev.tandem.local.services.server;

import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.StopSignal;
import java.util.List;
import java.util.function.Consumer;

/** One of the three servers, with where it is to listen. */
public sealed interface Server permits PostgresServer, KafkaServer, CassandraServer {
    /** Its name in file names and on the command line. */
    String id();

    /** Its name and version as people know them. */
    String title();

    /** Where it listens; clients use the first. */
    List<Port> ports();

    /** What asks it to end in good order. */
    StopSignal signal();

    /** Starts the process on the server's data folder, which is made if it is not there; does not wait for it. */
    ProcessIdentity launch(StackFolders folders, Consumer<String> notices);

    /** Whether a client gets an answer at this moment. */
    boolean answers();

    /** The address for clients. */
    default String address() {
        return "127.0.0.1:" + ports().get(0).number();
    }
}
