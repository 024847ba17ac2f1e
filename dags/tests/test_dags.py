"""What the DAG files make, seen without Airflow; see airflow_stand_in."""

import ast
import importlib
import importlib.util
import os
import re
import stat
import sys
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

from tests import airflow_stand_in
from tests.test_interval import NIGHT, WITHOUT_DATE, events

FOLDER = Path(__file__).resolve().parent.parent
FILES = sorted(FOLDER.glob("*.py"))
HAS_AIRFLOW = importlib.util.find_spec("airflow") is not None


def rendered(task, **context):
    """The task's variables as Airflow's template engine would give them: each template is one expression."""
    names = {**context, "var": SimpleNamespace(value={})}

    def render(text):
        template = re.fullmatch(r"\{\{ (.*) \}\}", text)
        return str(eval(template.group(1), names)) if template else text

    return {name: render(text) for name, text in task.env.items()}


@unittest.skipIf(HAS_AIRFLOW, "Airflow is installed: its own check is run instead")
class DagFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        airflow_stand_in.install()
        for file in FILES:
            importlib.import_module(file.stem)
        cls.dags = airflow_stand_in.DAGS
        cls.jobs = importlib.import_module("tandem.jobs").JOBS

    def tasks(self):
        return [(dag_id, task) for dag_id, dag in self.dags.items() for task in dag.tasks.values()]

    def test_make_one_dag_each_which_is_named_after_its_file(self):
        self.assertEqual(sorted(self.dags), [file.stem for file in FILES])

    def test_say_when_they_run_and_how_they_fail(self):
        for dag_id, dag in self.dags.items():
            with self.subTest(dag_id):
                self.assertIs(dag.arguments["catchup"], False)
                self.assertEqual(dag.arguments["max_active_runs"], 1)
                self.assertIsNotNone(dag.arguments["start_date"].tzinfo)
                self.assertIn("tandem", dag.arguments["tags"])
                self.assertIn("When it fails", dag.arguments["doc_md"])
                self.assertGreaterEqual(dag.arguments["default_args"]["retries"], 2)
                self.assertTrue(dag.arguments["default_args"]["retry_exponential_backoff"])
                self.assertIn("execution_timeout", dag.arguments["default_args"])

    def test_run_at_these_times_in_this_order(self):
        schedules = {dag_id: dag.arguments["schedule"] for dag_id, dag in self.dags.items()}

        self.assertEqual(schedules["tandem_sync"].cron, "0 * * * *")
        self.assertEqual(schedules["tandem_train"].cron, "0 2 * * *")
        train = self.dags["tandem_train"].tasks["train_recommender"]
        self.assertEqual(schedules["tandem_publish"], train.outlets)
        sync = self.dags["tandem_sync"].tasks
        self.assertEqual(schedules["tandem_feedback"].cron, "*/15 * * * *")
        self.assertEqual(sync["sync_catalog"].downstream, ["sync_orders", "digest_feedback"])
        self.assertEqual(sync["sync_orders"].downstream, ["build_best_sellers"])

    def test_use_a_job_of_the_table_once_at_the_most(self):
        used = [task.task_id.replace("_", "-") for _, task in self.tasks()]

        self.assertEqual(len(used), len(set(used)))
        self.assertLessEqual(set(used), set(self.jobs))

    def test_are_short_and_read_nothing_when_they_are_imported(self):
        for file in FILES + sorted((FOLDER / "tandem").glob("*.py")):
            tree = ast.parse(file.read_text())
            with self.subTest(file.name):
                self.assertLessEqual(len(file.read_text().splitlines()), 100)
                called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
                for forbidden in ("open", "os.getenv", "os.environ.get", "Variable.get", "datetime.now"):
                    self.assertNotIn(forbidden, called)

    def submit(self, task, exit_code=0, **context):
        """Runs a task with a spark-submit that writes down its arguments, and returns them."""
        with tempfile.TemporaryDirectory() as folder:
            submit = Path(folder, "spark-submit")
            submit.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {folder}/arguments\nexit {exit_code}\n')
            submit.chmod(submit.stat().st_mode | stat.S_IXUSR)
            templates, task.env = task.env, rendered(task, **context)
            task.env["SPARK_SUBMIT"] = str(submit)
            try:
                task.execute(context)
                return Path(folder, "arguments").read_text().splitlines()
            finally:
                task.env = templates

    def context(self, **more):
        params = {"tenant": "all", "interval_start": None, "interval_end": None}
        interval = importlib.import_module("tandem.interval")
        functions = {name: getattr(interval, name) for name in ("tenant", "interval_start", "interval_end")}
        outlets = {asset: SimpleNamespace() for dag in self.dags.values() for asset in self.assets(dag)}
        return {"params": params, "dag_run": NIGHT, "outlet_events": outlets, **functions, **more}

    @staticmethod
    def assets(dag):
        return [asset for task in dag.tasks.values() for asset in task.outlets]

    def test_submit_a_job_with_its_jar_class_and_interval(self):
        arguments = self.submit(self.dags["tandem_sync"].tasks["sync_orders"], **self.context())

        self.assertEqual(
            arguments,
            "--master local[*] --deploy-mode client --name sync-orders --driver-memory 2g"
            " --jars /opt/tandem/jobs/lib/*.jar --class dev.tandem.etl.orders.SyncOrdersJob"
            " /opt/tandem/jobs/etl-jobs.jar --tenant=all --interval-start=2026-01-01T02:00:00Z"
            " --interval-end=2026-01-02T02:00:00Z".split(),
        )

    def test_give_a_job_that_looks_further_back_the_end_alone(self):
        arguments = self.submit(self.dags["tandem_train"].tasks["train_recommender"], **self.context())

        self.assertEqual(arguments[-2:], ["--tenant=all", "--interval-end=2026-01-02T02:00:00Z"])

    def test_publish_what_was_trained(self):
        train = self.dags["tandem_train"].tasks["train_recommender"]
        context = self.context(params={"tenant": "shop", "interval_start": None, "interval_end": "2026-01-05T00:00:00Z"})
        self.submit(train, **context)
        extra = context["outlet_events"][train.outlets[0]].extra

        publish = self.dags["tandem_publish"].tasks["publish_recommendations"]
        triggered = self.context(dag_run=WITHOUT_DATE, triggering_asset_events=events(extra))
        arguments = self.submit(publish, **triggered)

        self.assertEqual(arguments[-2:], ["--tenant=shop", "--interval-end=2026-01-05T00:00:00Z"])

    def test_take_a_value_for_a_value_and_never_for_shell(self):
        params = {"tenant": "x; touch /tmp/owned $(id)", "interval_start": None, "interval_end": "2026-01-05T00:00:00Z"}

        arguments = self.submit(self.dags["tandem_train"].tasks["train_recommender"], **self.context(params=params))

        self.assertEqual(arguments[-2], "--tenant=x; touch /tmp/owned $(id)")

    def test_show_exit_code_4_as_skipped_and_others_as_failed(self):
        train = self.dags["tandem_train"].tasks["train_recommender"]

        context = self.context()
        with self.assertRaises(airflow_stand_in.AirflowSkipException):
            self.submit(train, exit_code=4, **context)
        self.assertFalse(hasattr(context["outlet_events"][train.outlets[0]], "extra"))
        for exit_code in (1, 2, 3, 5):
            with self.assertRaises(airflow_stand_in.AirflowException):
                self.submit(train, exit_code=exit_code, **context)


    def test_show_exit_code_4_as_failed_where_somebody_has_no_answer(self):
        reconcile = self.dags["tandem_feedback"].tasks["reconcile_feedback"]

        with self.assertRaises(airflow_stand_in.AirflowException):
            self.submit(reconcile, exit_code=4, **self.context())

    def test_judge_feedback_of_more_than_the_runs_interval(self):
        arguments = self.submit(self.dags["tandem_feedback"].tasks["reconcile_feedback"], **self.context())

        self.assertEqual(arguments[-2:], ["--tenant=all", "--interval-end=2026-01-02T02:00:00Z"])


@unittest.skipUnless(HAS_AIRFLOW, "Airflow is not installed")
class DagFilesInAirflow(unittest.TestCase):
    def test_are_taken_without_an_import_error(self):
        try:
            from airflow.dag_processing.dagbag import DagBag
        except ImportError:
            from airflow.models import DagBag

        bag = DagBag(str(FOLDER), include_examples=False)

        self.assertEqual(bag.import_errors, {})
        self.assertEqual(sorted(bag.dag_ids), [file.stem for file in FILES])


if __name__ == "__main__":
    unittest.main()
