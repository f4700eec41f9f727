import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from full_records import ARTICLE, EVENT, SAID, TOLD

from talks.models import Extraction
from talks.store import Capture, Store, open_store

NOON = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "talks.db", mode="create") as opened:
        opened.save(Extraction(ARTICLE, (TOLD,), (SAID,)), Capture.of(ARTICLE, NOON))
        opened.save_events([EVENT])
        yield opened
