"""
### Takes away what old models left

Every Sunday at 05:00 UTC: lists and artefacts of models that nobody can want back. The served model, the one before it and
the latest stay.

- **Reads** the registry in PostgreSQL. **Deletes** in Cassandra and under `--models.uri`. Run again at any time without harm.
- **When it fails**, the task's exit code says what to do: 2 a setting, 3 data, 5 a store that does not answer. The next
  run takes up what this one left.
- **Params**: `tenant` (one, or `all`), and `interval_end` in place of the run's own.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import dag
from airflow.timetables.interval import CronDataIntervalTimetable

from tandem.spark_job import DEFAULTS, MACROS, PARAMS, SparkJob


@dag(
    dag_id="tandem_clean_up",
    # A cron text alone gives a run of Airflow 3 an interval without length.
    schedule=CronDataIntervalTimetable("0 5 * * 0", timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params=PARAMS,
    user_defined_macros=MACROS,
    tags=["tandem", "models"],
    doc_md=__doc__,
)
def tandem_clean_up():
    SparkJob("clean-up-models")


tandem_clean_up()
