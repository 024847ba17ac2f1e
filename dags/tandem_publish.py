"""
### Serves a new model

Started by asset `tandem_models`: writes every user's lists under the model's version, then makes that version the active
one. Whatever happens before that, the version before is still served. A tenant without a new model that passed the quality
gate keeps what it has, and so does one that was rolled back.

- **Reads** the artefact and Cassandra. **Writes** Cassandra. Run again at any time without harm.
- **Tenant and interval's end** are those that the model was trained for; where several models wait, all tenants up to the
  latest end.
- **When it fails**, the task's exit code says what to do: 2 a setting, 3 data, 5 a store that does not answer.
- **Params**: `tenant` (one, or `all`) and `interval_end`; needed where a person starts it.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import dag

from tandem.spark_job import DEFAULTS, MACROS, MODELS, PARAMS, SparkJob


@dag(
    dag_id="tandem_publish",
    schedule=[MODELS],
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    params=PARAMS,
    user_defined_macros=MACROS,
    tags=["tandem", "models"],
    doc_md=__doc__,
)
def tandem_publish():
    SparkJob("publish-recommendations", triggered_by_assets=True)


tandem_publish()
