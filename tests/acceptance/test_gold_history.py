"""Linking on faultless records: what careful people read from the corpus, put together by the program."""

import json
import subprocess
import sys

from test_shared import exported

from talks.store import Store

LEAST = {"P": 0.995, "R": 0.88}  # of pairs of reports in two articles: of one happening or not


def test_reports_of_one_happening_come_together(shared, gold, gold_history: Store, tmp_path):
    path = exported(gold_history, tmp_path / "gold.jsonl")
    command = [sys.executable, str(shared / "score.py"), str(path), str(gold), "--json"]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert found["event"]["F"] > 0.99, "the gold itself is not all there"
    low = {name: found["timeline"][name] for name, least in LEAST.items() if found["timeline"][name] < least}
    assert low == {}
