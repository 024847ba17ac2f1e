package dev.tandem.local.launcher.replay;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file of refused events, one a line, as an outlet. */
final class ExportFile implements Outlet {
    private final Path path;
    private final FileChannel channel;
    private final OutputStream out;

    private ExportFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
    }

    static ExportFile create(Path path) {
        try {
            return new ExportFile(
                    path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (FileAlreadyExistsException e) {
            throw new TandemException(
                    FailureKind.INPUT, "%s is there already; name a new file with --export".formatted(path), e);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void take(RefusedEvent event) {
        try {
            out.write(event.line());
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void settle() {
        try {
            out.flush();
            channel.force(true);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static TandemException unwritable(Path path, IOException e) {
        return new TandemException(FailureKind.INPUT, "%s cannot be written: %s".formatted(path, e.getMessage()), e);
    }
}
