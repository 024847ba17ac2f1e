package dev.tandem.training.recommender;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.schema.Columns;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelDescription;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.evaluation.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files beside a model's factors: for tools {@code model.json} and {@code evaluation.json}, for people {@code report.md}. */
final class TrainingReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrainingReport() {}

    /** The files' contents by name. */
    static Map<String, String> files(RegisteredModel model, Optional<Comparison> comparison, String sparkVersion) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ModelArtefact.DESCRIPTION, ModelDescription.of(model, sparkVersion));
        files.put("evaluation.json", json(model, comparison));
        files.put("report.md", markdown(model, comparison));
        return files;
    }

    private static String json(RegisteredModel model, Optional<Comparison> comparison) {
        ObjectNode json = comparison.map(Comparison::toJson).orElseGet(JSON::createObjectNode);
        json.put(Columns.VERDICT, model.assessment().verdict());
        json.set(Columns.VERDICT_REASONS, JSON.valueToTree(model.assessment().reasons()));
        return json.toPrettyString() + "\n";
    }

    private static String markdown(RegisteredModel model, Optional<Comparison> comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("# Model " + model.version() + " of " + model.tenant());
        lines.add("");
        lines.add("Verdict: **" + model.assessment().verdict() + "**");
        lines.add("");
        model.assessment().reasons().forEach(reason -> lines.add("- " + reason));
        lines.add("");
        lines.add("Refitted on everything in %s, %s, with %s by code %s:"
                .formatted(
                        model.interval(),
                        model.rowCounts(),
                        model.algorithm(),
                        model.provenance().codeVersion()));
        lines.add("");
        model.settings().forEach((name, value) -> lines.add("- " + name + ": " + value));
        lines.add("");
        lines.add("Milliseconds: " + model.provenance().timings());
        comparison.ifPresent(judged -> {
            lines.add("");
            lines.add("## Evaluation");
            lines.add("");
            lines.add(judged.toMarkdown());
        });
        return String.join("\n", lines) + "\n";
    }
}
