"""
### Learns a new model every night

At 02:00 UTC, from all orders before that. A good model is an event of asset `tandem_models`, which starts
`tandem_publish`.

- **Reads** Cassandra. **Writes** the artefact under `--models.uri` and the registry in PostgreSQL.
- **Skipped** (exit code 4): no tenant's new model is good enough, and the current ones stay. No failure, nothing published.
- **When it fails**, the task's exit code says what to do: 2 a setting, 3 data, 5 a store that does not answer.
- **Params**: `tenant` (one, or `all`), and `interval_end` in place of the run's own.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import dag
from airflow.timetables.interval import CronDataIntervalTimetable

from tandem.spark_job import DEFAULTS, MACROS, MODELS, PARAMS, SparkJob


@dag(
    dag_id="tandem_train",
    # A cron text alone gives a run of Airflow 3 an interval without length.
    schedule=CronDataIntervalTimetable("0 2 * * *", timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params=PARAMS,
    user_defined_macros=MACROS,
    tags=["tandem", "models"],
    doc_md=__doc__,
)
def tandem_train():
    SparkJob("train-recommender", outlets=[MODELS])


tandem_train()
