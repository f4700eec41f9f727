"""Run the command line as a person would, in this process or in one of its own."""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from invented_articles import write_articles
from processes import command
from talks.cli.run import run


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Talks = Callable[..., Outcome]
NOBODY = 65534
ENVIRONMENT = ("TALKS_DB", "TALKS_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def talks(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Talks:
    def call(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def unprivileged(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The current folder, in which file permissions count, also when the tests are run by root."""
    folder, was = Path(tempfile.mkdtemp()), os.geteuid()
    if was == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    monkeypatch.chdir(folder)
    try:
        yield folder
    finally:
        os.seteuid(was)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("articles") / "in")


@pytest.fixture(scope="session")
def read_path(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database into which the articles were ingested; not to be written to."""
    path = tmp_path_factory.mktemp("read") / "talks.db"
    assert run(["--db", str(path), "--quiet", "ingest", str(articles)]) == 0
    return path


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line in a process of its own."""

    def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments),
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | environment,
            cwd=tmp_path,
            timeout=120,
        )

    return call
