package dev.tandem.training.artefact;

import dev.tandem.core.shop.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The folders of a tenant's artefacts that a run began and has not completed. */
public final class UnfinishedArtefacts {
    private final SparkSession spark;
    private final Path folder;

    /**
     * @param models the folder of all artefacts
     */
    public UnfinishedArtefacts(SparkSession spark, URI models, TenantId tenant) {
        this.spark = spark;
        this.folder = new Path(new Path(models), tenant.value());
    }

    /** Those in which nothing has been created or changed since {@code time}. */
    public List<URI> untouchedSince(Instant time) {
        try {
            return untouchedSince(time, files()).stream().map(Path::toUri).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for unfinished artefacts in " + folder, e);
        }
    }

    /** Deletes {@link #untouchedSince}, and tells how many there were. */
    public long deleteUntouchedSince(Instant time) {
        try {
            FileSystem files = files();
            List<Path> untouched = untouchedSince(time, files);
            for (Path path : untouched) {
                files.delete(path, true);
            }
            return untouched.size();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete unfinished artefacts in " + folder, e);
        }
    }

    private List<Path> untouchedSince(Instant time, FileSystem files) throws IOException {
        List<Path> untouched = new ArrayList<>();
        if (files.exists(folder)) {
            for (FileStatus candidate : files.listStatus(folder)) {
                if (candidate.getPath().getName().startsWith(ModelArtefact.UNFINISHED)
                        && touched(candidate, files).isBefore(time)) {
                    untouched.add(candidate.getPath());
                }
            }
        }
        return untouched;
    }

    private static Instant touched(FileStatus candidate, FileSystem files) throws IOException {
        long latest = candidate.getModificationTime();
        for (FileStatus child : files.listStatus(candidate.getPath())) {
            latest = Math.max(latest, child.getModificationTime());
        }
        return Instant.ofEpochMilli(latest);
    }

    private FileSystem files() throws IOException {
        return folder.getFileSystem(spark.sessionState().newHadoopConf());
    }
}
