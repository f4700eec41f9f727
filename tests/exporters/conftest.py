import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import full_records
import hostile_records
import pytest

from talks.models import Extraction
from talks.store import Capture, Store, open_store

NOON = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "talks.db", mode="create") as opened:
        article = full_records.ARTICLE
        records = (full_records.TOLD,), (full_records.SAID,)
        opened.save(Extraction(article, *records), Capture.of(article, NOON))
        opened.save_events([full_records.EVENT])
        yield opened


@pytest.fixture(scope="session")
def hostile_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "talks.db"
    article = hostile_records.ARTICLE
    with open_store(path, mode="create") as opened:
        extraction = Extraction(article, hostile_records.MENTIONS, (hostile_records.SAID,))
        opened.save(extraction, Capture.of(article, NOON))
        opened.save_events(hostile_records.EVENTS)
    return path


@pytest.fixture
def hostile(hostile_path: Path) -> Iterator[Store]:
    """An article that wants to be more than text; not to be written to."""
    with open_store(hostile_path, mode="read") as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "empty.db", mode="create") as opened:
        yield opened
