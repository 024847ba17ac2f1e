package dev.tandem.local.launcher.job;

import dev.tandem.core.failure.TandemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The batch jobs, in the order in which a night runs them, and those that people run: id, where its main is, and what it does. */
public enum BatchJob {
    SYNC_CATALOG(
            "sync-catalog",
            "etl-jobs",
            "dev.tandem.etl.catalog.SyncCatalogJob",
            "tenants, users and items to Cassandra"),
    SYNC_ORDERS("sync-orders", "etl-jobs", "dev.tandem.etl.orders.SyncOrdersJob", "changed orders to Cassandra"),
    BUILD_BEST_SELLERS(
            "build-best-sellers",
            "etl-jobs",
            "dev.tandem.etl.bestsellers.BuildBestSellersJob",
            "last month's items by distinct buyers"),
    DIGEST_FEEDBACK(
            "digest-feedback",
            "etl-jobs",
            "dev.tandem.etl.digest.DigestFeedbackJob",
            "what ratings come to by item and category, and the items that many are unhappy with"),
    RECONCILE_FEEDBACK(
            "reconcile-feedback",
            "etl-jobs",
            "dev.tandem.etl.reconciliation.ReconcileFeedbackJob",
            "proves that critical feedback is answered and answers arrive; sends again what does not"),
    TRAIN_RECOMMENDER(
            "train-recommender",
            "model-training",
            "dev.tandem.training.recommender.TrainRecommenderJob",
            "a model of who buys what, as an artefact"),
    PUBLISH_RECOMMENDATIONS(
            "publish-recommendations",
            "model-training",
            "dev.tandem.training.publication.PublishRecommendationsJob",
            "the lists of a model's users and items; then makes it the active one"),
    CLEAN_UP_MODELS(
            "clean-up-models",
            "model-training",
            "dev.tandem.training.cleanup.CleanUpModelsJob",
            "deletes the lists and artefacts of models that nobody can want back"),
    EVALUATE_RECOMMENDER(
            "evaluate-recommender",
            "model-training",
            "dev.tandem.training.comparison.EvaluateRecommenderJob",
            "settings compared with one another and with simple rankings; no night needs it");

    private final String id;
    private final String module;
    private final String mainClass;
    private final String summary;

    BatchJob(String id, String module, String mainClass, String summary) {
        this.id = id;
        this.module = module;
        this.mainClass = mainClass;
        this.summary = summary;
    }

    /** The job of this id, or an INPUT failure that lists the jobs. */
    public static BatchJob of(String id) {
        return Arrays.stream(values())
                .filter(job -> job.id.equals(id))
                .findFirst()
                .orElseThrow(() -> TandemException.invalid(
                        "job", id, Arrays.stream(values()).map(BatchJob::id).collect(Collectors.joining(", "))));
    }

    /** The jobs that bring orders to served lists, in their order. */
    public static List<BatchJob> nightly() {
        Set<BatchJob> others = EnumSet.of(DIGEST_FEEDBACK, RECONCILE_FEEDBACK, CLEAN_UP_MODELS, EVALUATE_RECOMMENDER);
        return Arrays.stream(values()).filter(job -> !others.contains(job)).toList();
    }

    public String id() {
        return id;
    }

    /** The module that the job's process is started from. */
    public String module() {
        return module;
    }

    public String mainClass() {
        return mainClass;
    }

    /** What the job brings about, in a few words. */
    public String summary() {
        return summary;
    }
}
