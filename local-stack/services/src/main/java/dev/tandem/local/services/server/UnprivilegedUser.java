package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that PostgreSQL runs as, since it refuses to run as root.
 *
 * @param prefix what stands before its command line
 * @param owner the numeric user that must own its data; empty where this process cannot give files away
 */
record UnprivilegedUser(List<String> prefix, String owner) {
    private static final String ROOT = "0";
    private static final String NOBODY = "65534";

    UnprivilegedUser {
        prefix = List.copyOf(prefix);
    }

    /** Whether this process has the rights of root. */
    static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    /** The present user where that is not root; else, in a name space where root has no name or by a change of user. */
    static UnprivilegedUser find(LogFile log) {
        if (!isRoot()) {
            return new UnprivilegedUser(List.of(), "");
        }
        if (works(List.of("unshare", "-U"), log)) {
            return new UnprivilegedUser(List.of("unshare", "-U"), ROOT);
        }
        List<String> setpriv = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (works(setpriv, log)) {
            return new UnprivilegedUser(setpriv, NOBODY);
        }
        throw new TandemException(
                FailureKind.CONFIGURATION,
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux) works here;"
                        + " run ./tandem as another user");
    }

    /** Gives a folder to this user. */
    void own(Path folder, LogFile log) {
        if (owner.isEmpty() || isOwnedAlready(folder)) {
            return;
        }
        if (ChildProcess.run(List.of("chown", "-R", owner + ":" + owner, folder.toString()), log) != 0) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "Cannot give %s to user %s, as whom PostgreSQL runs here:%n%s"
                            .formatted(folder, owner, log.tail(3)));
        }
    }

    /** Fails where a folder above keeps this user out. */
    void requireReachable(Path folder, LogFile log) {
        List<String> look = new ArrayList<>(prefix);
        look.addAll(List.of("test", "-w", folder.toString()));
        if (!prefix.isEmpty() && ChildProcess.run(look, log) != 0) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "User %s, as whom PostgreSQL runs here, cannot reach %s: a folder above it is closed to others;"
                                    .formatted(owner, folder)
                            + " name another with --var-dir, such as /var/tmp/tandem");
        }
    }

    private boolean isOwnedAlready(Path folder) {
        try {
            return Files.getAttribute(folder, "unix:uid").toString().equals(owner);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean works(List<String> prefix, LogFile log) {
        if (ChildProcess.findOnPath(prefix.get(0)).isEmpty()) {
            return false;
        }
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        return ChildProcess.run(command, log) == 0;
    }
}
