"""An interrupt may come at any moment: what a run says it saved is saved, and linked."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from ingesting import take

import talks.ingest.intake as intake_module
import talks.store.store as store_module
import talks.store.transactions as transactions
from invented_articles import write_many
from talks.store import open_store, verify

TRACED = {module.__file__ for module in (store_module, transactions)}
MOST = 1000  # moments; all are tried, and a run without an interrupt ends the test before


class Interrupting:
    """Raises KeyboardInterrupt at the nth line or return of the store, from the second article on."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, frame: FrameType, event: str, argument: object) -> Callable[..., Any] | None:
        if frame.f_code.co_filename not in TRACED:
            return None
        if event in ("line", "return"):
            self.left -= 1
            if self.left == 0:
                sys.settrace(None)
                raise KeyboardInterrupt
        return self


def interrupted(folder: Path, database: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Interrupt a run at its nth moment, and hold what it says against what is in the file afterwards."""
    trace = Interrupting(at)
    files = []

    def watch(locator: str) -> None:
        files.append(locator)
        if len(files) == 2:
            sys.settrace(trace)

    real = intake_module.relink
    monkeypatch.setattr(intake_module, "relink", lambda *given: (sys.settrace(None), real(*given))[1])
    try:
        with open_store(database, mode="create") as store:
            tally = take(store, folder, watch=watch)
            assert not store.connection.in_transaction, at
    finally:
        sys.settrace(None)
        monkeypatch.setattr(intake_module, "relink", real)
    with open_store(database, mode="read") as store:
        assert store.summary()["articles"] >= tally.new, at
        assert store.summary()["events"] == tally.events > 0, at
        assert not store.links_stale, at
        assert list(verify(store)) == [], at
    return tally.interrupted


def test_what_a_run_says_it_saved_is_saved_whenever_it_is_interrupted(tmp_path, monkeypatch):
    folder = write_many(tmp_path / "in", 2)
    for at in range(1, MOST):
        if not interrupted(folder, tmp_path / f"{at}.db", at, monkeypatch):
            break
    assert 30 < at < MOST - 1
