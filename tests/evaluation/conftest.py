import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from evaluated import gold_file

from talks.evaluation import GoldFile, load_gold

MakeGold = Callable[..., list[GoldFile]]


@pytest.fixture
def gold(tmp_path: Path) -> MakeGold:
    """Make gold of one file; what is named differs from the usual."""
    folder = tmp_path / "gold"
    folder.mkdir()

    def make(**changed: Any) -> list[GoldFile]:
        (folder / "one.json").write_text(json.dumps(gold_file(**changed)), encoding="utf-8")
        return load_gold(folder)

    return make
