"""`talks eval` and the scorer beside the checkout, two programs, give the same figures."""

import json
import subprocess
import sys

from test_shared import exported

from talks.evaluation import evaluate, figures_of, load_gold, read_export

LETTERS = {"P": "precision", "R": "recall", "F": "f1", "gold": "gold", "got": "got"}


def test_the_figures_are_those_of_the_scorer(shared, fill, tmp_path):
    gold = shared / "corpus" / "gold"
    path = exported(fill(shared / "corpus" / "articles", shared / "seeds"), tmp_path / "all.jsonl")
    command = [sys.executable, str(shared / "score.py"), str(path), str(gold), "--json"]
    wanted = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    found = figures_of(
        evaluate(load_gold(gold), read_export(path.read_text(encoding="utf-8").splitlines(), path))
    )
    for name, value in wanted.items():
        if isinstance(value, dict):
            score = getattr(found, name)
            assert {key: getattr(score, LETTERS[key]) for key in value} == value, name
        else:
            assert getattr(found, name) == value, name
