"""Whatever changes in extraction, code or data, gives the engine another name."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import talks
from talks.ingest import engine_id
from talks.ingest.engine import ROOMS

PACKAGE = Path(talks.__file__).parent
IMPORTED = "import sys, talks.extraction; print(*(name for name in sys.modules if name.startswith('talks.')))"


def named(package: Path) -> str:
    """Return the name that the engine has in a process of another copy of the package."""
    code = "from talks.ingest import engine_id; print(engine_id())"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=package.parent
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy") / "talks"
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_the_engine_is_named_by_its_version_and_files(copied):
    version, _, digest = engine_id().partition("-")
    assert version == talks.__version__
    assert len(digest) == 12
    assert named(copied) == engine_id()  # wherever it is installed


@pytest.mark.parametrize(
    ("file", "is_new"),
    [
        ("events/outcome/status.py", True),
        ("codebook/kinds/talks.toml", True),
        ("render/dates.py", False),
        ("cli/run.py", False),
    ],
)
def test_only_what_extraction_stands_on_gives_it_another_name(copied, file, is_new):
    before = (copied / file).read_bytes()
    (copied / file).write_bytes(before + b"# one more line\n")
    try:
        assert (named(copied) != engine_id()) is is_new
    finally:
        (copied / file).write_bytes(before)


def test_all_that_extraction_imports_is_in_its_name():
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert rooms - set(ROOMS) == set()
    assert all(importlib.util.find_spec(f"talks.{room}") for room in ROOMS)
