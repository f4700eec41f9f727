"""Databases filled from whole folders, as `talks ingest` fills them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from goldhistory import tell_gold
from talks.codebook import load_codebook
from talks.ingest import Intake, engine_id
from talks.readers import open_sources
from talks.store import Store, open_store

ROOT = Path(__file__).parents[2]
NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)


class Filler:
    """Makes databases of folders or files, taken in the order given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened: list[Store] = []

    def __call__(self, *paths: Path) -> Store:
        store = open_store(self.folder / f"{len(self.opened)}.db", mode="create")
        self.opened.append(store)
        self.again(store, *paths)
        return store

    def again(self, store: Store, *paths: Path) -> None:
        """Ingest into a database that is there already."""
        Intake(store, load_codebook(), engine_id(), clock=lambda: NOON).run(open_sources(map(str, paths)))


@pytest.fixture
def fill(tmp_path: Path) -> Iterator[Filler]:
    filler = Filler(tmp_path)
    yield filler
    for store in filler.opened:
        store.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the checkout; tests that need it skip without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the material beside the checkout is absent")
    return folder


@pytest.fixture(scope="session")
def gold(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All gold records in one folder."""
    folder = tmp_path_factory.mktemp("gold")
    for file in (*(shared / "corpus" / "gold").glob("*.json"), *(shared / "seeds" / "gold").glob("*.json")):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.fixture(scope="session")
def gold_history(shared: Path, gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The gold records of the corpus and the first documents, linked; not to be written to."""
    folder, codebook = tmp_path_factory.mktemp("gold_history"), load_codebook()
    with open_store(folder / "read.db", mode="create") as read:
        sources = open_sources([str(shared / "corpus" / "articles"), str(shared / "seeds")])
        Intake(read, codebook, engine_id(), clock=lambda: NOON).run(sources)
        with open_store(folder / "gold.db", mode="create") as store:
            yield tell_gold(store, gold, read, codebook)
