"""The command itself: what it refuses in one line, and what other Datasettes keep."""

import asyncio
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from invented_years import tell_in
from talks.cli.run import run
from talks.store import open_store, state_of

if TYPE_CHECKING:
    from datasette.app import Datasette


def test_a_missing_database_is_told_in_one_line(tmp_path, capsys):
    assert run(["--db", str(tmp_path / "no.db"), "serve"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_busy_port_is_told_in_one_line(years_path, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert run(["--db", str(years_path), "serve", "--port", port]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert f"127.0.0.1:{port}: it can't be served there" in told.err


def test_without_the_extra_it_says_how_to_install_it(years_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "datasette", None)
    assert run(["--db", str(years_path), "serve"]) == 1
    assert 'pip install "talks[serve]"' in capsys.readouterr().err


def test_reading_does_not_change_the_state_of_a_database(tmp_path):
    path = tell_in(tmp_path / "talks.db", 4)
    before = state_of(path)
    with open_store(path, mode="read") as store:
        assert list(store.events())
        assert state_of(path) == before
    assert state_of(path) == before
    with open_store(path, mode="write") as store:
        store.remember("a note", "of a word")
        assert state_of(path) != before
    assert state_of(path) != before


@pytest.mark.filterwarnings("ignore")
def test_other_datasettes_are_as_they_were(years_path):
    from datasette.app import Datasette  # slow to import

    from talks.serving.plugin import TalksDatasette

    assert issubclass(TalksDatasette, Datasette)
    other = Datasette([str(Path(years_path))])
    assert _status(other, "/timeline") == 404
    assert _status(other, "/") == 200


def _status(other: "Datasette", path: str) -> int:
    """Ask in a thread of its own: a browser of other tests has its loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(other.client.get(path))).result().status_code
