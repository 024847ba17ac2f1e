package dev.tandem.local.services.server;

import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way from a server's description to one that answers.
 *
 * @param folders where it is started
 * @param owner the launcher that ends it; empty for a server that runs in the background
 * @param notices told what a person should know
 */
public record ServerStart(StackFolders folders, Optional<ProcessIdentity> owner, Consumer<String> notices) {
    /** Starts a server and waits until it answers. */
    public ProcessRecord start(Server server) {
        ProcessRecord record = launch(server);
        awaitAnswer(server, record);
        return record;
    }

    /** Starts a server's process and puts it on record at once. */
    public ProcessRecord launch(Server server) {
        ProcessIdentity process = server.launch(folders, notices);
        ProcessRecord record = new ProcessRecord(
                server.id(), process, server.ports().get(0).number(), server.signal(), owner.orElse(process));
        record.write(folders.record(server.id()));
        return record;
    }

    /** Waits until a server answers; from then on its data folder is complete. */
    public void awaitAnswer(Server server, ProcessRecord record) {
        Readiness.await(server.title(), record.process(), folders.log(server.id()), server::answers);
        folders.data(server.id()).markComplete();
    }
}
