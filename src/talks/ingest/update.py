"""Follow sources: ask which pages they name, fetch those that are due, and take in what is relevant."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Final

from talks.errors import ReadError
from talks.ingest.intake import Intake
from talks.ingest.polling import Outcome, poll
from talks.ingest.schedule import next_check, next_try
from talks.readers import Source
from talks.store import Fetched, Store, last_fetch, save_fetch
from talks.store.hosts import note_hosts
from talks.store.pages import Page, State, due_pages, note_page
from talks.store.sources import Polled
from talks.web.failures import FetchError
from talks.web.pages import clean_address, page_of
from talks.web.robots import origin_of
from talks.web.visitor import Answer, Request
from talks.web.visits import Visits

__all__ = ["Update"]

AT_ONCE: Final = 8  # pages of one machine that are held until they are saved
MOST: Final = 64  # pages that are, of all machines
GONE: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


@dataclass(slots=True)
class Update:
    """One run over some sources; `outcomes` tells what came of each, in their order.

    `intake` takes in what was fetched, and judges what is kept by the rule that `judged_by` names; what was
    kept once stays kept. With `recheck`, all that was kept and is still named is asked again.
    """

    intake: Intake
    visits: Visits
    judged_by: str
    recheck: bool = False
    outcomes: list[Outcome] = field(default_factory=list)
    _is_judged: bool = False

    def run(self, sources: Sequence[Polled]) -> None:
        """Ask all sources, and take in what they have; an interrupt ends it, with what was saved linked."""
        judge = self.intake.judge
        self.intake.judge = lambda article: judge(article) if self._is_judged else None
        self.intake.run(self._fetched(sources))

    @property
    def store(self) -> Store:
        """Where all of it is kept."""
        return self.intake.store

    def _fetched(self, sources: Sequence[Polled]) -> Iterator[Source]:
        """Yield what is to be taken in, and record what came of it once it is.

        Pages are asked by rounds, and saved by address, so that it does not matter who answers first.
        """
        self.outcomes = poll(self.store, self.visits, sources, self.intake.clock())
        note_hosts(self.store, self.visits.hosts)
        urls = [polled.source.url for polled in sources]
        due = due_pages(self.store, urls, self.intake.clock(), judge=self.judged_by, recheck=self.recheck)
        for pages in _rounds(due):
            answers = self.visits.ask(map(self._request, pages))
            for page, answer in zip(pages, answers, strict=True):
                yield from self._settle(page, answer)
            note_hosts(self.store, self.visits.hosts)

    def _request(self, page: Page) -> Request:
        last = last_fetch(self.store, page.link)
        return Request(page.link, last.conditions, last.url) if last else Request(page.link)

    def _settle(self, page: Page, answer: Answer) -> Iterator[Source]:
        """Record what a page answered; yield it first if it is to be taken in."""
        now = self.intake.clock()
        page = replace(page, checked_at=now)
        if answer.fetched is None:
            if answer.error is None:
                self._count(page, "waiting")
            else:
                self._failed(page, answer.error, now)
            return
        page = replace(page, failures=0, fetched_at=page.fetched_at or now)
        if self._is_known(page, answer.fetched):
            save_fetch(self.store, answer.fetched, clean_address(answer.fetched.url))
            # What was kept, and could not be read, is not read by being the same again.
            state = State.FAILED if page.state is State.FAILED else State.KEPT
            self._note(page, state, "unchanged", now, reason=page.reason)
            return
        found = page_of(answer.fetched)
        if isinstance(found, ReadError):
            self._failed(page, found, now)
            return
        yield from self._taken(page, found, now)

    def _taken(self, page: Page, source: Source, now: dt.datetime) -> Iterator[Source]:
        """Yield a page, and record what became of it."""
        tally = self.intake.tally
        before = (tally.new, len(tally.set_aside), len(tally.passed_over))
        stood = self._standing(source)
        self._is_judged = page.state is not State.KEPT
        yield source
        self._is_judged = False  # what is read anew after an upgrade was kept
        if len(tally.set_aside) > before[1]:
            lines, tally.set_aside[before[1] :] = tally.set_aside[before[1] :], []
            self._fail(page, lines, due=None)
        elif len(tally.passed_over) > before[2]:
            self._note(page, State.PASSED_OVER, "passed_over", now, reason=tally.passed_over[-1])
        else:
            if page.state is State.KEPT:  # it may be again what it once was
                told = "unchanged" if self._standing(source) == stood else "changed"
            else:
                told = "new" if tally.new > before[0] else "known"
            self._note(page, State.KEPT, told, now)

    def _standing(self, source: Source) -> set[str]:
        """Return the articles that were found last at the address of a page."""
        found = self.store.captures(locator=source.locator)
        return {capture.article for capture in found if capture.superseded_by is None}

    def _is_known(self, page: Page, found: Fetched) -> bool:
        """Tell whether a page answered what is kept of it."""
        if found.status == HTTPStatus.NOT_MODIFIED:
            return True
        last = last_fetch(self.store, page.link)
        return last is not None and last.sha256 == hashlib.sha256(found.data).hexdigest()

    def _failed(self, page: Page, error: ReadError, now: dt.datetime) -> None:
        """Record that a page could not be had; one that was kept and is gone is no failure."""
        if page.state is State.KEPT and isinstance(error, FetchError) and error.status in GONE:
            note_page(self.store, replace(page, reason=error.what, due_at=None))
            self._count(page, "gone")
            return
        failures = page.failures + 1
        # A machine that is down, or a missing connection, is no reason to give up a page.
        may_pass = isinstance(error, FetchError) and error.wait is not None
        due = next_try(failures, now, may_pass=may_pass)
        self._fail(replace(page, failures=failures), [str(error)], due=due)

    def _fail(self, page: Page, lines: Sequence[str], *, due: dt.datetime | None) -> None:
        state = page.state if page.state is State.KEPT else State.FAILED
        note_page(self.store, replace(page, state=state, reason=lines[-1], due_at=due))
        for outcome in self._outcomes(page):
            outcome.failures += lines

    def _note(
        self, page: Page, state: State, told: str, now: dt.datetime, *, reason: str | None = None
    ) -> None:
        """Record that a page answered."""
        due = next_check(page.fetched_at or now, now) if state is State.KEPT else None
        judged = replace(page, state=state, reason=reason, judged_by=self.judged_by, due_at=due)
        note_page(self.store, judged)
        self._count(page, told)

    def _count(self, page: Page, told: str) -> None:
        for outcome in self._outcomes(page):
            setattr(outcome, told, getattr(outcome, told) + 1)

    def _outcomes(self, page: Page) -> Iterator[Outcome]:
        return (outcome for outcome in self.outcomes if outcome.source.url in page.sources)


def _rounds(pages: Sequence[Page]) -> Iterator[Sequence[Page]]:
    """Divide pages into rounds of a few of each machine, in their order, and of a few machines."""
    machines: dict[str, int] = defaultdict(int)
    rounds: dict[int, list[Page]] = defaultdict(list)
    for page in pages:
        origin = origin_of(page.link)
        rounds[machines[origin] // AT_ONCE].append(page)
        machines[origin] += 1
    for n in sorted(rounds):
        yield from (rounds[n][at : at + MOST] for at in range(0, len(rounds[n]), MOST))
