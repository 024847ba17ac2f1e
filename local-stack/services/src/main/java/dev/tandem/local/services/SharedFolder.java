package dev.tandem.local.services;

import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.StackFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the processes around the shared servers know of each other: files in one folder, changed under one lock. */
record SharedFolder(Path root) {
    static final String SUPERVISOR = "supervisor";
    static final List<String> SERVERS = List.of("postgres", "kafka", "cassandra");

    static SharedFolder of(StackFolders folders) {
        return new SharedFolder(folders.root());
    }

    /** Holds off every other process that wants the lock, until it is closed. */
    FileChannel lock() throws IOException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /** Keeps the servers running for as long as this process does. */
    void addOwner(ProcessIdentity owner) throws IOException {
        Files.createDirectories(owners());
        Files.writeString(
                owners().resolve(Long.toString(owner.pid())), owner.startedAt().toString());
    }

    /** Whether anybody still wants the servers. */
    boolean hasOwners() throws IOException {
        if (!Files.isDirectory(owners())) {
            return false;
        }
        try (Stream<Path> files = Files.list(owners())) {
            return files.anyMatch(file -> owner(file).isAlive());
        }
    }

    /** Whether the records of the servers, which are gone when the folder was deleted, are those of live processes. */
    static boolean serversRun(StackFolders folders) {
        return SERVERS.stream().allMatch(server -> ProcessRecord.read(folders.record(server))
                .map(record -> record.process().isAlive())
                .orElse(false));
    }

    /** Says that all servers answer. */
    void markReady() throws IOException {
        Files.writeString(root.resolve("ready"), "");
    }

    void unmarkReady() throws IOException {
        Files.deleteIfExists(root.resolve("ready"));
    }

    boolean isReady() {
        return Files.exists(root.resolve("ready"));
    }

    /** Numbers the leases. */
    int nextNumber() throws IOException {
        Path file = root.resolve("leases");
        int number = Files.exists(file) ? Integer.parseInt(Files.readString(file)) + 1 : 1;
        Files.writeString(file, Integer.toString(number));
        return number;
    }

    /** What an earlier supervisor left. */
    List<Path> remains() {
        return Stream.of("data", "ready", "leases").map(root::resolve).toList();
    }

    private Path owners() {
        return root.resolve("owners");
    }

    private static ProcessIdentity owner(Path file) {
        try {
            return new ProcessIdentity(
                    Long.parseLong(file.getFileName().toString()), Instant.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
