from collections.abc import Iterator
from pathlib import Path

import pytest

from talks.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "talks.db", mode="create") as opened:
        yield opened
