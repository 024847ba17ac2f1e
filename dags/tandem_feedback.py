"""
### Sees that every critical feedback is answered

Every 15 minutes, over the last 7 days: each critical feedback that Kafka has taken has its offer, and each offer its
acknowledgement. What is missing is sent again.

- **Reads** Kafka and Cassandra. **Writes** both. Run again at any time without harm.
- **When it fails** with exit code 4, somebody has no answer: the log names them. They were sent to the stream again, so that
  a retry often finds them answered; when the last retry fails, see whether `streaming-job` runs. Other exit codes: 2 a
  setting, 3 data, 5 a store or Kafka that does not answer. The next run looks at the same 7 days.
- **Params**: `tenant` (one, or `all`), and `interval_end` in place of the run's own.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import dag
from airflow.timetables.interval import CronDataIntervalTimetable

from tandem.spark_job import DEFAULTS, MACROS, PARAMS, SparkJob


@dag(
    dag_id="tandem_feedback",
    # A cron text alone gives a run of Airflow 3 an interval without length.
    schedule=CronDataIntervalTimetable("*/15 * * * *", timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params=PARAMS,
    user_defined_macros=MACROS,
    tags=["tandem", "feedback"],
    doc_md=__doc__,
)
def tandem_feedback():
    SparkJob("reconcile-feedback", fails_at_gate=True)


tandem_feedback()
