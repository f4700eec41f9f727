"""Fixtures that several folders share: an invented history, and what is written is compared with."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from invented import tell
from invented_edits import tell_edits
from invented_news import tell_news
from invented_swaps import tell_swaps
from invented_tangle import tell_tangle
from invented_years import tell_in
from talks.ingest import engine_id, reader_id
from talks.store import Store, open_store

CHROMIUM = "chromium"
FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run
--disable-background-networking --disable-component-update --disable-sync"""
FEW = 96  # events of some years
Golden = Callable[[str, str], None]


@pytest.fixture(scope="session")
def told_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the invented history; not to be written to."""
    path = tmp_path_factory.mktemp("told") / "talks.db"
    with open_store(path, mode="create") as store:
        tell(store)
    return path


@pytest.fixture
def told(told_path: Path) -> Iterator[Store]:
    with open_store(told_path, mode="read") as store:
        yield store


@pytest.fixture(scope="session")
def news_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the invented summer; not to be written to."""
    path = tmp_path_factory.mktemp("news") / "talks.db"
    with open_store(path, mode="create") as store:
        tell_news(store)
    return path


@pytest.fixture
def news(news_path: Path) -> Iterator[Store]:
    with open_store(news_path, mode="read") as store:
        yield store


@pytest.fixture(scope="session")
def tangle_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of events of chance; not to be written to."""
    path = tmp_path_factory.mktemp("tangle") / "talks.db"
    with open_store(path, mode="create") as store:
        tell_tangle(store, 120)
    return path


@pytest.fixture
def tangle(tangle_path: Path) -> Iterator[Store]:
    with open_store(tangle_path, mode="read") as store:
        yield store


@pytest.fixture(scope="session")
def autumn_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an invented autumn of exchanges and promises; not to be written to."""
    path = tmp_path_factory.mktemp("autumn") / "talks.db"
    with open_store(path, mode="create") as store:
        tell_swaps(store)
    return path


@pytest.fixture
def autumn(autumn_path: Path) -> Iterator[Store]:
    with open_store(autumn_path, mode="read") as store:
        yield store


@pytest.fixture(scope="session")
def edits_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the invented page that was edited in silence; not to be written to."""
    path = tmp_path_factory.mktemp("edits") / "talks.db"
    with open_store(path, mode="create") as store:
        tell_edits(store, engine=engine_id(), reader=reader_id())
    return path


@pytest.fixture(scope="session")
def years_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with some invented years; not to be written to."""
    return tell_in(tmp_path_factory.mktemp("years") / "talks.db", FEW)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests."""
    path = shutil.which(CHROMIUM)
    if path is None:
        pytest.skip(f"{CHROMIUM} is not installed: apt-get install {CHROMIUM}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield chromium
        chromium.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare text with golden/NAME beside the test; `GOLDEN=write` (make golden) rewrites it."""
    folder = request.path.parent / "golden"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if os.environ.get("GOLDEN") == "write":
            folder.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert file.is_file(), f"{file} is missing; look at the output and run `make golden`"
        assert text == file.read_bytes().decode(), f"{name} differs; if that is meant, run `make golden`"

    return compare
