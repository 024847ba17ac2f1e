package dev.tandem.runtime.checkpoint;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/** {@link PlainLocalFileSystem} for those who work with Hadoop's newer interface, as Spark's checkpoints do. */
public final class PlainLocalFs extends DelegateToFileSystem {
    /** Called by Hadoop. */
    public PlainLocalFs(URI uri, Configuration conf) throws IOException, URISyntaxException {
        super(uri, new PlainLocalFileSystem(), conf, "file", false);
    }

    @Override
    public int getUriDefaultPort() {
        return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
        return LocalConfigKeys.getServerDefaults();
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // overrides what Hadoop still calls
    public FsServerDefaults getServerDefaults() throws IOException {
        return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
        return getFileStatus(path);
    }

    @Override
    public boolean isValidName(String name) {
        return true;
    }
}
