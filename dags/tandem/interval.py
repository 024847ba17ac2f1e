"""For which tenant and interval a run works: its params say so first, then what triggered it, then its own interval.

Called from templates, as each DAG's user_defined_macros.
"""

from __future__ import annotations

from datetime import datetime, timezone


def tenant(params, events=None):
    """The tenant, or ``all``: also where the events that triggered the run were of different tenants."""
    triggering = {extra["tenant"] for extra in _extras(events) if "tenant" in extra}
    return triggering.pop() if len(triggering) == 1 else params["tenant"]


def interval_start(params, dag_run):
    """The start of the interval, or nothing where neither the params nor the run's own interval have one."""
    if params["interval_end"] and not params["interval_start"]:
        return ""
    return params["interval_start"] or _iso(dag_run.data_interval_start)


def interval_end(params, dag_run, events=None):
    """The end of the interval; of several triggering events that of the latest."""
    ends = [extra["interval_end"] for extra in _extras(events) if "interval_end" in extra]
    end = params["interval_end"] or max(ends, default="", key=_instant) or _iso(dag_run.data_interval_end)
    if not end:
        raise ValueError(
            "This run has no interval: it was triggered without a logical date. Trigger it with the param interval_end,"
            " as in 2026-01-02T00:00:00Z, or over ./tandem airflow trigger"
        )
    return end


def _extras(events):
    return [event.extra for of_asset in (events or {}).values() for event in of_asset]


def _instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _iso(moment):
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
