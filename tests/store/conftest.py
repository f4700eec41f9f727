import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from talks.store import Store, open_store

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path, mode="create") as opened:
        yield opened


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Make new databases fast, for tests that need hundreds: by copying an empty one."""
    folder = tmp_path_factory.mktemp("fresh")
    open_store(folder / "empty.db", mode="create").close()
    numbers = count()
    return lambda: Path(shutil.copy(folder / "empty.db", folder / f"{next(numbers) % 8}.db"))


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder in which file permissions count, also when the tests are run by root."""
    folder = Path(tempfile.mkdtemp())
    was = os.geteuid()
    if was == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        folder.chmod(0o700)
        if was == 0:
            os.seteuid(was)
        shutil.rmtree(folder)
