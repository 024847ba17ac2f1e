package dev.tandem.training.cleanup;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.SwitchLock;
import dev.tandem.training.artefact.UnfinishedArtefacts;
import dev.tandem.training.cleanup.CleanUpModelsConfig.Extent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes away what nobody can want back: the lists and artefacts of all models but the one that is served, the one that was
 * served before it, and the latest; and what runs that died left in the folder of artefacts.
 *
 * <p>A model is first withdrawn, so that nothing can make it the served one, then loses its lists and its artefact
 * last. A run that dies in between leaves a model that cannot be served, and whose artefact shows the next run that there
 * is work to complete. The registry keeps its row; training again with the same settings and orders brings the model back.
 */
public final class CleanUpModelsJob {
    static final String NAME = "clean-up-models";

    /** No training takes so long: what has not been touched since then is abandoned. */
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private CleanUpModelsJob() {}

    public static void main(String[] args) {
        JobRunner.main(NAME, args, new CleanUpModelsOptions(), CleanUpModelsJob::run);
    }

    static JobReport run(JobContext context, CleanUpModelsConfig config) {
        PostgresDatabase postgres = new PostgresDatabase(config.job().postgres());
        CleanUpRegistry registry = new CleanUpRegistry(postgres, context.tenant());
        SwitchLock lock = new SwitchLock(postgres, context.tenant());
        ModelLists lists = new ModelLists(context.spark(), config.job().cassandra(), context.tenant());
        UnfinishedArtefacts unfinished = new UnfinishedArtefacts(context.spark(), config.models(), context.tenant());
        Instant abandoned = context.startedAt().minus(ABANDONED_AFTER);
        List<ModelRecord> expendable = context.step(
                "choose", () -> KeptModels.expendable(left(registry, context), inUse(registry, lists), config.keep()));
        if (config.extent() == Extent.DRY_RUN) {
            return report(context, config, expendable)
                    .count(
                            "unfinished_folders",
                            unfinished.untouchedSince(abandoned).size())
                    .note("outcome", "dry run, nothing deleted");
        }
        long deleted = context.step("delete models", () -> expendable.stream()
                .mapToLong(model -> lock.with(() -> delete(model, context, registry, lists)))
                .sum());
        long folders = context.step("delete unfinished", () -> unfinished.deleteUntouchedSince(abandoned));
        return report(context, config, expendable).count("lists", deleted).count("unfinished_folders", folders);
    }

    /** The models of which there is more than a row in the registry. */
    private static List<ModelRecord> left(CleanUpRegistry registry, JobContext context) {
        return registry.models().stream()
                .filter(model -> model.publishedAt().isPresent()
                        || ModelArtefact.at(context.spark(), model.artefact()).exists())
                .toList();
    }

    private static Set<ModelVersion> inUse(CleanUpRegistry registry, ModelLists lists) {
        Set<ModelVersion> versions = new HashSet<>(registry.inUse());
        lists.served().ifPresent(versions::add);
        return versions;
    }

    private static long delete(ModelRecord model, JobContext context, CleanUpRegistry registry, ModelLists lists) {
        // Somebody may have made it the served one since the choice.
        if (inUse(registry, lists).contains(model.version())) {
            return 0;
        }
        registry.withdraw(model);
        ModelArtefact artefact = ModelArtefact.at(context.spark(), model.artefact());
        long deleted = lists.delete(model.version(), artefact);
        artefact.delete();
        return deleted;
    }

    private static JobReport report(JobContext context, CleanUpModelsConfig config, List<ModelRecord> expendable) {
        return context.report(config.interval())
                .count("models", expendable.size())
                .note(
                        "versions",
                        expendable.stream()
                                .map(ModelRecord::version)
                                .map(ModelVersion::value)
                                .collect(Collectors.joining(" ", "[", "]")));
    }
}
