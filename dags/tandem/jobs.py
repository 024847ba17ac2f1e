"""The jobs as Airflow runs them: one table, from which every DAG takes jar, class and arguments.

A test of the launcher, DagContractTest, keeps it equal to the jobs that there are.
"""

from __future__ import annotations

from typing import NamedTuple


class Job(NamedTuple):
    """Where a job's main is, and whether it is given the start of the run's interval."""

    module: str
    main_class: str
    takes_start: bool


# A job that looks further back than the run's interval (a month of sales, a week of feedback, all orders) is given the end
# alone: with the start of an hour or a night as well, it would know nothing else.
JOBS = {
    "sync-catalog": Job("etl-jobs", "dev.tandem.etl.catalog.SyncCatalogJob", True),
    "sync-orders": Job("etl-jobs", "dev.tandem.etl.orders.SyncOrdersJob", True),
    "build-best-sellers": Job("etl-jobs", "dev.tandem.etl.bestsellers.BuildBestSellersJob", False),
    "digest-feedback": Job("etl-jobs", "dev.tandem.etl.digest.DigestFeedbackJob", False),
    "reconcile-feedback": Job("etl-jobs", "dev.tandem.etl.reconciliation.ReconcileFeedbackJob", False),
    "train-recommender": Job("model-training", "dev.tandem.training.recommender.TrainRecommenderJob", False),
    "publish-recommendations": Job("model-training", "dev.tandem.training.publication.PublishRecommendationsJob", False),
    "clean-up-models": Job("model-training", "dev.tandem.training.cleanup.CleanUpModelsJob", False),
}
