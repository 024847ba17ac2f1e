package dev.tandem.training.artefact;

import static dev.tandem.core.schema.Columns.ALGORITHM;
import static dev.tandem.core.schema.Columns.CODE_VERSION;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.INTERVAL_END;
import static dev.tandem.core.schema.Columns.INTERVAL_START;
import static dev.tandem.core.schema.Columns.METRICS;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.ROW_COUNTS;
import static dev.tandem.core.schema.Columns.SETTINGS;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.TIMINGS;
import static dev.tandem.core.schema.Columns.TRAINED_AT;
import static dev.tandem.core.schema.Columns.VERDICT;
import static dev.tandem.core.schema.Columns.VERDICT_REASONS;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The file {@code model.json}: what the registry knows of a model, beside its factors, and how it was made. */
public final class ModelDescription {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelDescription() {}

    /**
     * The file's text. For people and tools; Tandem itself asks the registry.
     *
     * @param sparkVersion of the Spark that trained the model
     */
    public static String of(RegisteredModel model, String sparkVersion) {
        ObjectNode description = JSON.createObjectNode();
        description.put(TENANT_ID, model.tenant().value());
        description.put(MODEL_VERSION, model.version().value());
        description.put(ALGORITHM, model.algorithm());
        description.set(SETTINGS, JSON.valueToTree(model.settings()));
        description.put(INTERVAL_START, model.interval().start().toString());
        description.put(INTERVAL_END, model.interval().end().toString());
        description.put(EVENTS_UNTIL, model.eventsUntil().toString());
        description.set(ROW_COUNTS, JSON.valueToTree(model.rowCounts()));
        description.put(TRAINED_AT, model.trainedAt().toString());
        description.put("spark_version", sparkVersion);
        description.put(CODE_VERSION, model.provenance().codeVersion());
        description.set(TIMINGS, JSON.valueToTree(model.provenance().timings()));
        description.put(VERDICT, model.assessment().verdict());
        description.set(VERDICT_REASONS, JSON.valueToTree(model.assessment().reasons()));
        description.set(METRICS, JSON.valueToTree(model.assessment().metrics()));
        return description.toPrettyString() + "\n";
    }
}
