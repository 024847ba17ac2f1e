package dev.tandem.training.artefact;

import static dev.tandem.core.schema.ModelColumns.INDEX;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The folder of one model's files, on any file system that Hadoop knows: {@code user_factors} and {@code item_factors}
 * in Parquet and {@code model.json}, which describes them.
 *
 * <p>How much a user is expected to like an item that is new to them is the dot product of their {@code factors} plus the
 * user's {@code bias_weight} times the item's {@code bias}: one product of vectors that are longer by one.
 *
 * <p>A folder is written under a name that nobody looks for and renamed when it is whole. It is found through the
 * registry, never by listing: even where a rename is no single step, as on object stores, nobody sees half a model.
 */
public final class ModelArtefact {
    /** The file that describes the model. */
    public static final String DESCRIPTION = "model.json";

    private static final String USER_FACTORS = "user_factors";
    private static final String ITEM_FACTORS = "item_factors";

    private static final String CHECKPOINTS = "checkpoints";

    /** What the name of a folder that is being written begins with. */
    static final String UNFINISHED = ".unfinished-";

    private final SparkSession spark;
    private final Path folder;

    private ModelArtefact(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /** The artefact that is, or will be, at {@code <models>/<tenant>/<version>}. */
    public static ModelArtefact of(SparkSession spark, URI models, TenantId tenant, ModelVersion version) {
        return new ModelArtefact(spark, new Path(new Path(new Path(models), tenant.value()), version.value()));
    }

    /** The artefact of a registered model. */
    public static ModelArtefact of(SparkSession spark, RegisteredModel model) {
        return new ModelArtefact(spark, new Path(model.artefact()));
    }

    /** The artefact at a folder that the registry names. */
    public static ModelArtefact at(SparkSession spark, URI folder) {
        return new ModelArtefact(spark, new Path(folder));
    }

    /** The version whose files these are. */
    public ModelVersion version() {
        return new ModelVersion(folder.getName());
    }

    /** The folder with its file system, valid whatever the current directory. */
    public URI uri() {
        return onFileSystem(files -> files.makeQualified(folder)).toUri();
    }

    /** A folder for what training has to put aside; {@link #write} removes it. */
    public URI checkpoints() {
        return onFileSystem(files -> files.makeQualified(new Path(unfinished(), CHECKPOINTS)))
                .toUri();
    }

    /** Removes what training put aside, where nothing is to be written. */
    public void discard() {
        onFileSystem(files -> files.delete(unfinished(), true));
    }

    /** Whether there is such a folder, complete or not. */
    public boolean exists() {
        return onFileSystem(files -> files.exists(folder));
    }

    /** Deletes the folder with all files; what is not there stays so. */
    public void delete() {
        onFileSystem(files -> files.delete(folder, true));
    }

    /** Whether all files are there. */
    public boolean isComplete() {
        return onFileSystem(files -> {
            for (String file : List.of(USER_FACTORS + "/_SUCCESS", ITEM_FACTORS + "/_SUCCESS", DESCRIPTION)) {
                if (!files.exists(new Path(folder, file))) {
                    return false;
                }
            }
            return true;
        });
    }

    /**
     * Writes all files, in place of what an earlier run may have left unregistered.
     *
     * @param users {@code user_id} (the key), {@code index}, {@code factors}, {@code bias_weight}
     * @param items {@code item_id} (the key), {@code index}, {@code factors}, {@code bias}
     * @param texts the contents of further files by name, {@link #DESCRIPTION} among them
     */
    public void write(Dataset<Row> users, Dataset<Row> items, Map<String, String> texts) {
        Path unfinished = unfinished();
        users.orderBy(INDEX).write().mode("overwrite").parquet(new Path(unfinished, USER_FACTORS).toString());
        items.orderBy(INDEX).write().mode("overwrite").parquet(new Path(unfinished, ITEM_FACTORS).toString());
        onFileSystem(files -> {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                try (OutputStream out = files.create(new Path(unfinished, text.getKey()), true)) {
                    out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            files.delete(new Path(unfinished, CHECKPOINTS), true);
            files.delete(folder, true);
            if (!files.rename(unfinished, folder)) {
                throw new IOException("Cannot rename " + unfinished + " to " + folder);
            }
            return folder;
        });
    }

    /** Columns {@code user_id} (the key), {@code index}, {@code factors}, {@code bias_weight}. */
    public Dataset<Row> users() {
        return read(USER_FACTORS);
    }

    /** Columns {@code item_id} (the key), {@code index}, {@code factors}, {@code bias}. */
    public Dataset<Row> items() {
        return read(ITEM_FACTORS);
    }

    private Path unfinished() {
        return new Path(folder.getParent(), UNFINISHED + folder.getName());
    }

    private Dataset<Row> read(String name) {
        if (!isComplete()) {
            throw new TandemException(
                    FailureKind.INPUT,
                    "The model's files are not complete at %s. Train it again: run train-recommender"
                            .formatted(folder));
        }
        return spark.read().parquet(new Path(folder, name).toString());
    }

    /** Work with the folder's file system. */
    @FunctionalInterface
    private interface FileWork<T> {
        T with(FileSystem files) throws IOException;
    }

    private <T> T onFileSystem(FileWork<T> work) {
        try {
            return work.with(folder.getFileSystem(spark.sessionState().newHadoopConf()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot work with the model's files at " + folder, e);
        }
    }
}
