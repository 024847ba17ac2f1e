"""The few names of Airflow that the DAG files use, for machines on which Airflow is not installed.

It records which DAGs and tasks the files make, and a task can be executed: its command is run by a real bash, as the
real operator does. It is the check that the files import and say what they should; that a real Airflow takes them is
checked where one is installed.
"""

import os
import subprocess
import sys
import types

DAGS = {}
_open_dags = []


class AirflowException(Exception):
    pass


class AirflowSkipException(Exception):
    pass


class Asset:
    def __init__(self, name):
        self.name = name


class Param:
    def __init__(self, default, **schema):
        self.default, self.schema = default, schema


class CronDataIntervalTimetable:
    def __init__(self, cron, timezone):
        self.cron, self.timezone = cron, timezone


class Dag:
    def __init__(self, **arguments):
        self.arguments, self.tasks = arguments, {}


def dag(**arguments):
    def decorate(function):
        def build():
            made = Dag(**arguments)
            _open_dags.append(made)
            try:
                function()
            finally:
                _open_dags.pop()
            DAGS[arguments["dag_id"]] = made

        return build

    return decorate


class BashOperator:
    # Only what the real one has: an argument beyond these is an error here as there.
    def __init__(self, *, task_id, bash_command, env=None, append_env=False, skip_on_exit_code=99, outlets=()):
        self.task_id, self.bash_command, self.env, self.append_env = task_id, bash_command, env, append_env
        self.skip_on_exit_code, self.outlets, self.downstream = skip_on_exit_code, list(outlets), []
        _open_dags[-1].tasks[task_id] = self

    def __rshift__(self, other):
        self.downstream.append(other.task_id)
        return other

    def execute(self, context):
        environment = {**(os.environ if self.append_env else {}), **(self.env or {})}
        done = subprocess.run(["bash", "-c", self.bash_command], env=environment, capture_output=True, text=True)
        if done.returncode == self.skip_on_exit_code:
            raise AirflowSkipException(done.stderr)
        if done.returncode != 0:
            raise AirflowException(f"Bash command failed with {done.returncode}: {done.stderr}")
        return done.stdout


def install():
    """Puts the names where the DAG files import them from."""
    import datetime

    def module(name, **names):
        made = types.ModuleType(name)
        made.__dict__.update(names)
        sys.modules[name] = made

    for package in (
        "airflow",
        "airflow.providers",
        "airflow.providers.standard",
        "airflow.providers.standard.operators",
        "airflow.timetables",
    ):
        module(package)
    module("airflow.sdk", dag=dag, Asset=Asset, Param=Param)
    module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)
    module("airflow.timetables.interval", CronDataIntervalTimetable=CronDataIntervalTimetable)
    module("pendulum", datetime=lambda y, m, d, tz: datetime.datetime(y, m, d, tzinfo=datetime.timezone.utc))
