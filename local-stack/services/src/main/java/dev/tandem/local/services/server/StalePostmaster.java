package dev.tandem.local.services.server;

import dev.tandem.local.services.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The lock file of a PostgreSQL that was killed and whose parent has not collected it: PostgreSQL itself takes such a
 * process for a running one. The lock may go once no process is attached to its shared memory any more.
 */
final class StalePostmaster {
    private static final int SHARED_MEMORY_LINE = 6;
    private static final int SHARED_MEMORY_ID = 1;
    private static final int ATTACHED_COLUMN = 6;
    private static final Duration CHILDREN_END = Duration.ofSeconds(10);

    private StalePostmaster() {}

    static void clear(Path cluster) {
        Path lock = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(lock) ? Files.readAllLines(lock) : List.of();
            if (lines.size() <= SHARED_MEMORY_LINE || !isZombie(lines.get(0).strip())) {
                return;
            }
            String[] sharedMemory = lines.get(SHARED_MEMORY_LINE).strip().split("\\s+", -1);
            if (Deadline.in(CHILDREN_END).meets(() -> attached(sharedMemory[SHARED_MEMORY_ID]) == 0)) {
                Files.delete(lock);
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            // The lock cannot be judged: PostgreSQL judges it itself, and says so in its log.
            return;
        }
    }

    private static boolean isZombie(String pid) throws IOException {
        Path status = Path.of("/proc", pid, "status");
        return Files.exists(status) && Files.readString(status).contains("\nState:\tZ");
    }

    private static int attached(String sharedMemoryId) {
        try {
            Optional<String> segment = Files.readAllLines(Path.of("/proc/sysvipc/shm")).stream()
                    .filter(line ->
                            line.strip().split("\\s+", -1)[SHARED_MEMORY_ID].equals(sharedMemoryId))
                    .findFirst();
            return segment.map(line -> Integer.parseInt(line.strip().split("\\s+", -1)[ATTACHED_COLUMN]))
                    .orElse(0);
        } catch (IOException e) {
            return 1;
        }
    }
}
