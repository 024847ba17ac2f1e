package dev.tandem.training.artefact;

import java.net.URI;
import picocli.CommandLine.Option;

/** The option of the folder that holds all artefacts, for jobs to mix in. */
public final class ModelsOption {
    @Option(
            names = "--models.uri",
            defaultValue = "var/models",
            description = "Folder of all models: a path, or a URI such as hdfs://… or s3a://….")
    private URI models = URI.create("var/models");

    public URI toUri() {
        return models;
    }
}
