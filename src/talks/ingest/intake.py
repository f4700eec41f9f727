"""Take sources in: read, extract and save each article in a transaction of its own; link at the end."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from talks.articles import make_articles
from talks.codebook import Codebook
from talks.errors import FAILED, ReadError, TalksError, failure
from talks.ingest.engine import reader_id
from talks.ingest.linking import relink
from talks.ingest.rederiving import catch_up, derive
from talks.ingest.tally import Tally
from talks.models import Article, When
from talks.piece import Piece
from talks.readers import Source, guessed, is_url, read
from talks.store import Capture, Fetched, Store, fetches, keep_event_changes, mark_events, save_fetch
from talks.views.cast import keep_cast
from talks.views.frames import keep_frames
from talks.views.record import load_rule
from talks.workspace import locator_of, workspace_of

__all__ = ["Clock", "Intake", "Judge"]

STDIN: Final = "-"
STREAM: Final = "stdin:"  # begins the locator of what came by standard input
LEFT: Final = f"{FAILED}, and what was read from it before stays"
Clock = Callable[[], dt.datetime]
Watch = Callable[[str], None]
Judge = Callable[[Article], str | None]  # says why an article is not to be kept; None if it is


def _unwatched(_locator: str) -> None:
    return


def _wanted(_article: Article) -> None:
    return


class _PassedOverError(Exception):
    """Nothing that a source holds is to be kept: what was stored of it meanwhile is undone."""


@dataclass(slots=True)
class Intake:
    """One run of an ingest into a store.

    `engine` and `reader` name the versions of what extracts and of what reads; `published` is the date that
    the user gives for all of it; `clock` tells when something was captured; `watch` hears of each locator
    before it is read; `judge` decides what is kept; `debug` lets faults of the program come through.
    """

    store: Store
    codebook: Codebook
    engine: str
    clock: Clock
    published: When | None = None
    watch: Watch = _unwatched
    judge: Judge = _wanted
    debug: bool = False
    reader: str = field(default_factory=reader_id)
    tally: Tally = field(default_factory=Tally)
    workspace: Path = field(init=False)

    def __post_init__(self) -> None:
        self.workspace = workspace_of(self.store.path)

    def run(self, sources: Iterable[Source | ReadError]) -> Tally:
        """Take all sources in; a first interrupt ends the reading, and what was saved is linked."""
        before = self.store.summary()
        dossiers = [world.dossier for world in self.codebook.worlds if world.dossier]
        keep_frames(self.store, dossiers, posts=load_rule().posts)
        keep_cast(self.store, dossiers)
        try:
            for source in sources:
                self.take(source)
                self.tally.inputs += 1
            catch_up(self)
        except KeyboardInterrupt:
            self.tally.interrupted = True
            self.store.abandon()  # or the linking joins what is half saved, and is lost with it
        self.tally.relinked = self._link()
        return self._counted(before)

    def _link(self) -> bool:
        """Link what has changed; if that is by an upgrade, keep what became of the events."""
        if not self.tally.upgraded:
            return relink(self.store, self.codebook)
        with self.store.transaction():
            mark_events(self.store)
            relinked = relink(self.store, self.codebook)
            keep_event_changes(self.store)
        return relinked

    def take(self, source: Source | ReadError) -> None:
        """Read, extract and save what a source holds, or set it aside."""
        if isinstance(source, ReadError):
            self._set_aside(source, source.where)
            return
        self.watch(source.locator)
        source = _named(source)
        # A page is asked for again only if it has changed: it is kept with all that it holds, or not at all.
        with suppress(_PassedOverError), self.store.transaction() if source.fetched else nullcontext():
            self._read(source)

    def _read(self, source: Source) -> None:
        if source.fetched:
            save_fetch(self.store, source.fetched, source.locator, reader=self.reader)
        aside, passed_over = len(self.tally.set_aside), len(self.tally.passed_over)
        present = self._articles(source)
        if not present and len(self.tally.passed_over) > passed_over:
            raise _PassedOverError
        if present and len(self.tally.set_aside) == aside:
            at = source.fetched.at if source.fetched else self.clock()
            self.store.supersede_absent(self._located(source.locator), present, at)

    def _located(self, locator: str) -> str:
        """Name a file as the store does; messages keep to the name that the user gave it."""
        if locator.startswith(STREAM) or is_url(locator):
            return locator
        return locator_of(locator, self.workspace)

    def _articles(self, source: Source) -> list[str]:
        """Save the articles of a source, and return their ids."""
        try:
            reading = read(source)
        except ReadError as error:
            self._set_aside(error, source.locator)
            return []
        for fault in reading.errors:
            self._set_aside(fault, source.locator)
        self._tell_guesses(source.locator, reading.pieces)
        digest = hashlib.sha256(source.data).hexdigest()
        return [key for piece in reading.pieces for key in self._piece(piece, digest, source.fetched)]

    def _tell_guesses(self, locator: str, pieces: Iterable[Piece]) -> None:
        """Warn, once for a file, of an encoding that nothing vouches for."""
        for name in sorted({piece.encoding for piece in pieces if piece.encoding}):
            if guess := guessed(name):
                self.tally.warnings.append(f"{locator}: {guess}")

    def _piece(self, piece: Piece, digest: str, fetched: Fetched | None) -> list[str]:
        if self.published:
            piece = dataclasses.replace(piece, published=self.published, doubt=None)
        if piece.doubt:
            self.tally.warnings.append(f"{piece.where}: {piece.doubt}")
        with self.guarded(piece.locator, piece.where):
            articles = make_articles(piece, self.codebook)
            self.tally.parts += len(articles) if len(articles) > 1 else 0
            path = self._located(piece.locator)
            found = [article.model_copy(update={"path": path}) for article in articles]
            told = piece.told if len(found) == 1 else None
            more: dict[str, Any] = {"bytes_sha256": digest, "encoding": piece.encoding, "told": told}
            kept = [article for article in found if self._is_kept(article)]
            captures = [Capture.of(article, self.clock(), **more) for article in kept]
            return [self._save(a, _timed(c, fetched)) for a, c in zip(kept, captures, strict=True)]
        return []

    def _is_kept(self, article: Article) -> bool:
        if reason := self.judge(article):
            self.tally.passed_over.append(reason)
        return not reason

    @contextmanager
    def guarded(self, locator: str | None, where: str) -> Iterator[None]:
        """Set one article aside if it can't be read, or if talks fails on it: it must not cost the others.

        Without a locator it is one that is known, and it is not remembered as set aside.
        """
        try:
            yield
        except ReadError as error:
            self._set_aside(error, locator)
        except TalksError:
            raise
        except Exception as fault:
            if self.debug:
                raise
            self._set_aside(failure(where, fault, FAILED if locator else LEFT), locator)

    def _save(self, article: Article, capture: Capture) -> str:
        """Save an article as known by all its captures; extract only if that changed anything."""
        is_new = not any(self.store.articles(ids=article.id, superseded=True))
        chosen = self.store.chosen(article, capture)
        if self.store.needs_extraction(chosen, self.engine):
            derive(self, chosen, capture)
            self.tally.reread += not is_new
        else:
            self.store.capture(article, capture)
        self.tally.new += is_new
        if is_new and article.language != self.codebook.language:
            self.tally.unread[article.language] += 1
        self.tally.known += not is_new
        return article.id

    def _set_aside(self, error: ReadError, locator: str | None) -> None:
        """Name what could not be read, and remember it if it is a file that exists or a kept page."""
        self.tally.set_aside.append(str(error))
        if locator and (any(fetches(self.store, locator)) if is_url(locator) else os.path.lexists(locator)):
            self.store.set_aside(self._located(locator), f"{error.what}; {error.remedy}", self.clock())

    def _counted(self, before: dict[str, int]) -> Tally:
        after = self.store.summary()
        self.tally.superseded = max(0, after["superseded"] - before["superseded"])
        for name in ("mentions", "statements", "events"):
            setattr(self.tally, name, after[name])
        return self.tally


def _timed(capture: Capture, fetched: Fetched | None) -> Capture:
    """Give a capture the times at which its bytes came."""
    if fetched is None:
        return capture
    return dataclasses.replace(capture, captured_at=fetched.first or fetched.at, seen_at=fetched.at)


def _named(source: Source) -> Source:
    """Give what came by standard input a locator by its content: it stands nowhere that could change."""
    if source.locator != STDIN:
        return source
    return dataclasses.replace(source, locator=f"{STREAM}{hashlib.sha256(source.data).hexdigest()[:12]}")
