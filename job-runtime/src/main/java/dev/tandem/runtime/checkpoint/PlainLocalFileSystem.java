package dev.tandem.runtime.checkpoint;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system without permissions and links.
 *
 * <p>Where Hadoop's native library is absent its own starts a process for each of them, {@code chmod} and {@code
 * readlink}, which is most of what a micro-batch's checkpoint costs. Files get what the process's umask gives.
 */
public final class PlainLocalFileSystem extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) {}

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
        return getFileStatus(path);
    }
}
