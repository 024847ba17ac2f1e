"""For which tenant and interval a run works."""

import unittest
from datetime import datetime, timezone
from types import SimpleNamespace

from tandem import interval

NOTHING = {"tenant": "all", "interval_start": None, "interval_end": None}
NIGHT = SimpleNamespace(
    data_interval_start=datetime(2026, 1, 1, 2, tzinfo=timezone.utc),
    data_interval_end=datetime(2026, 1, 2, 2, tzinfo=timezone.utc),
)
WITHOUT_DATE = SimpleNamespace(data_interval_start=None, data_interval_end=None)


def events(*extras):
    return {"asset": [SimpleNamespace(extra=extra) for extra in extras]}


class IntervalOfARun(unittest.TestCase):
    def test_is_its_own_where_the_params_name_none(self):
        self.assertEqual(interval.interval_start(NOTHING, NIGHT), "2026-01-01T02:00:00Z")
        self.assertEqual(interval.interval_end(NOTHING, NIGHT), "2026-01-02T02:00:00Z")

    def test_is_that_of_the_params_before_its_own(self):
        params = {"interval_start": "2025-01-01T00:00:00Z", "interval_end": "2025-02-01T00:00:00Z"}

        self.assertEqual(interval.interval_start(params, NIGHT), "2025-01-01T00:00:00Z")
        self.assertEqual(interval.interval_end(params, NIGHT), "2025-02-01T00:00:00Z")

    def test_has_no_start_of_its_own_where_the_params_name_its_end_alone(self):
        params = {"interval_start": None, "interval_end": "2020-02-01T00:00:00Z"}

        self.assertEqual(interval.interval_start(params, NIGHT), "")

    def test_is_that_of_the_latest_event_which_triggered_it(self):
        triggered = events({"interval_end": "2026-01-03T02:00:00Z"}, {"interval_end": "2026-01-02T02:00:00+00:00"})

        self.assertEqual(interval.interval_end(NOTHING, WITHOUT_DATE, triggered), "2026-01-03T02:00:00Z")

    def test_missing_altogether_is_an_error_that_says_what_to_do(self):
        with self.assertRaisesRegex(ValueError, "Trigger it with the param interval_end"):
            interval.interval_end(NOTHING, WITHOUT_DATE)
        self.assertEqual(interval.interval_start(NOTHING, WITHOUT_DATE), "")


class TenantOfARun(unittest.TestCase):
    def test_is_that_of_the_params(self):
        self.assertEqual(interval.tenant({"tenant": "shop"}), "shop")

    def test_is_that_of_the_events_where_they_agree(self):
        self.assertEqual(interval.tenant(NOTHING, events({"tenant": "shop"}, {"tenant": "shop"})), "shop")

    def test_is_everybody_where_they_do_not(self):
        self.assertEqual(interval.tenant(NOTHING, events({"tenant": "shop"}, {"tenant": "store"})), "all")


if __name__ == "__main__":
    unittest.main()
