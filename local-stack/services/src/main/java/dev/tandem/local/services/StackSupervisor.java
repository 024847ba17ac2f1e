package dev.tandem.local.services;

import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.DataFolder;
import dev.tandem.local.services.server.KafkaServer;
import dev.tandem.local.services.server.Port;
import dev.tandem.local.services.server.PostgresServer;
import dev.tandem.local.services.server.Server;
import dev.tandem.local.services.server.ServerStart;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that starts the shared servers on free ports and new data folders, and ends them when a server has died or
 * nobody wants them any more.
 */
final class StackSupervisor {
    private static final Logger log = LoggerFactory.getLogger(StackSupervisor.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 500;

    private final StackFolders folders;
    private final SharedFolder shared;

    StackSupervisor(StackFolders folders) {
        this.folders = folders;
        this.shared = SharedFolder.of(folders);
    }

    /** Works until there is nothing left to supervise. */
    void run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopServers, "stop-servers"));
        stopServers();
        for (Path remains : shared.remains()) {
            DataFolder.delete(remains);
        }
        startServers();
        shared.markReady();
        log.info("All servers answer");
        while (isWanted()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void startServers() throws IOException {
        List<Integer> ports = Port.free(5);
        ServerStart start = new ServerStart(folders, Optional.of(ProcessIdentity.current()), log::info);
        List<Server> servers = List.of(
                new PostgresServer(ports.get(0)),
                new KafkaServer(ports.get(1), ports.get(2)),
                new CassandraServer(ports.get(3), ports.get(4)));
        List<CompletableFuture<Void>> starts = servers.stream()
                .map(server -> CompletableFuture.runAsync(() -> start.start(server)))
                .toList();
        try {
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof TandemException failure ? failure : e;
        }
    }

    private boolean isWanted() throws IOException {
        if (SharedFolder.serversRun(folders) && shared.hasOwners()) {
            return true;
        }
        try (FileChannel lock = shared.lock()) {
            if (lock.isOpen() && SharedFolder.serversRun(folders) && shared.hasOwners()) {
                return true;
            }
            log.info("A server has ended, or nobody wants them any more: stopping");
            shared.unmarkReady();
            stopServers();
            Files.deleteIfExists(folders.record(SharedFolder.SUPERVISOR));
            return false;
        }
    }

    private void stopServers() {
        SharedFolder.SERVERS.parallelStream()
                .flatMap(server -> ProcessRecord.read(folders.record(server)).stream())
                .forEach(record -> record.process().stop(record.signal(), STOP_PATIENCE));
        for (String server : SharedFolder.SERVERS) {
            try {
                Files.deleteIfExists(folders.record(server));
            } catch (IOException e) {
                log.warn("Cannot delete the record of {}", server, e);
            }
        }
    }
}
