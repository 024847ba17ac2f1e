"""
### Copies the shop to where answers come from

Every hour: users, items and changed orders from PostgreSQL to Cassandra, then last month's best sellers. Beside the orders,
what the ratings of the last 90 days come to by item and category, for which the catalogue must be there.

- **Reads** PostgreSQL. **Writes** Cassandra. Run again at any time without harm.
- **When it fails**, the task's exit code says what to do: 2 a setting, 3 data, 5 a store that does not answer. The next
  run takes up what this one left.
- **Params**: `tenant` (one, or `all`), `interval_start` and `interval_end` in place of the run's own interval.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import dag
from airflow.timetables.interval import CronDataIntervalTimetable

from tandem.spark_job import DEFAULTS, MACROS, PARAMS, SparkJob


@dag(
    dag_id="tandem_sync",
    # A cron text alone gives a run of Airflow 3 an interval without length.
    schedule=CronDataIntervalTimetable("0 * * * *", timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params=PARAMS,
    user_defined_macros=MACROS,
    tags=["tandem", "sync"],
    doc_md=__doc__,
)
def tandem_sync():
    catalog = SparkJob("sync-catalog")
    catalog >> SparkJob("sync-orders") >> SparkJob("build-best-sellers")
    # Beside them: neither waits for the other, nor fails with it.
    catalog >> SparkJob("digest-feedback")


tandem_sync()
