"""The operator that submits a job, and what all DAGs are made with."""

from __future__ import annotations

from datetime import timedelta

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import Asset, Param

from tandem import interval
from tandem.jobs import JOBS

MODELS = Asset("tandem_models")
"""A new model; each of its events has the tenant and the interval's end that the model was trained for."""

PARAMS = {
    "tenant": Param("all", type="string", pattern="^[a-z0-9][a-z0-9_-]{0,62}$", description="One tenant, or all."),
    "interval_start": Param(None, type=["null", "string"], format="date-time", description="Else the run's own."),
    "interval_end": Param(None, type=["null", "string"], format="date-time", description="Else the run's own."),
}
MACROS = {name: getattr(interval, name) for name in ("tenant", "interval_start", "interval_end")}
DEFAULTS = {
    "retries": 3,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": True,
    "max_retry_delay": timedelta(minutes=30),
    "execution_timeout": timedelta(hours=4),
}

QUALITY_GATE = 4
"""The exit code of a job that kept the current model because the new one is not good enough: a skip, no failure. Where it
means that a person must look at something, the task is made with fails_at_gate."""


class SparkJob(BashOperator):
    """One job through spark-submit in client mode, so that its exit code is the task's.

    Values reach the shell as variables, never as its text. The settings of the stores (TANDEM_…, passwords too) are those
    of the worker's environment, and Spark's own those of its spark-defaults.conf.
    """

    def __init__(self, job_id, triggered_by_assets=False, fails_at_gate=False, **kwargs):
        job = JOBS[job_id]
        events = ", triggering_asset_events" if triggered_by_assets else ""
        start = ' ${JOB_INTERVAL_START:+"--interval-start=$JOB_INTERVAL_START"}' if job.takes_start else ""
        super().__init__(
            task_id=job_id.replace("-", "_"),
            bash_command=(
                f'exec "$SPARK_SUBMIT" --master "$SPARK_MASTER" --deploy-mode client --name {job_id}'
                f' --driver-memory "$DRIVER_MEMORY" --jars "$JOBS_FOLDER/lib/*.jar"'
                f' --class {job.main_class} "$JOBS_FOLDER/{job.module}.jar"'
                f' "--tenant=$JOB_TENANT"{start} "--interval-end=$JOB_INTERVAL_END"'
            ),
            env={
                "SPARK_SUBMIT": "{{ var.value.get('tandem_spark_submit', 'spark-submit') }}",
                "SPARK_MASTER": "{{ var.value.get('tandem_spark_master', 'local[*]') }}",
                "DRIVER_MEMORY": "{{ var.value.get('tandem_driver_memory', '2g') }}",
                "JOBS_FOLDER": "{{ var.value.get('tandem_jobs_folder', '/opt/tandem/jobs') }}",
                "JOB_TENANT": "{{ tenant(params%s) }}" % events,
                "JOB_INTERVAL_START": "{{ interval_start(params, dag_run) }}" if start else "",
                "JOB_INTERVAL_END": "{{ interval_end(params, dag_run%s) }}" % events,
            },
            append_env=True,
            skip_on_exit_code=None if fails_at_gate else QUALITY_GATE,
            **kwargs,
        )

    def execute(self, context):
        result = super().execute(context)
        for outlet in self.outlets:
            context["outlet_events"][outlet].extra = {
                "tenant": self.env["JOB_TENANT"],
                "interval_end": self.env["JOB_INTERVAL_END"],
            }
        return result
