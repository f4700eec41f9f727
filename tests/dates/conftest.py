"""An invented grammar user: what the tests of dates share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from talks.dates import EVERY_KIND, DateContext, DateGrammar, find_dates, load_grammar, resolve
from talks.models import Basis, Precision, When, month_end

PUBLISHED = dt.date(2025, 6, 11)  # a Wednesday
CEASEFIRE = dt.date(2025, 5, 1)


@pytest.fixture(scope="session")
def grammar() -> DateGrammar:
    return load_grammar()


def when_of(edtf: str, basis: Basis = Basis.STATED) -> When:
    """Read a date written as EDTF: a day, a month, a year, or a stretch of them."""
    first, _, last = edtf.partition("/")
    grain = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}[len(first.split("-"))]
    precision = Precision.SPAN if last else grain
    return When(earliest=_edge(first)[0], latest=_edge(last or first)[1], precision=precision, basis=basis)


def _edge(edtf: str) -> tuple[dt.date, dt.date]:
    numbers = [int(number) for number in edtf.split("-")]
    if len(numbers) == 3:
        return dt.date.fromisoformat(edtf), dt.date.fromisoformat(edtf)
    if len(numbers) == 2:
        return dt.date(numbers[0], numbers[1], 1), month_end(numbers[0], numbers[1])
    return dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31)


def reference(words: str) -> When | None:
    """Date the one happening that the invented world knows."""
    return When.day(CEASEFIRE, Basis.REFERENCE) if "ceasefire" in words else None


@pytest.fixture(scope="session")
def context() -> Callable[..., DateContext]:
    """Make a context: published on 11 June 2025 unless said otherwise."""

    def make(
        published: dt.date | str | None = PUBLISHED, tense: str | None = None, previous: str | None = None
    ) -> DateContext:
        own = when_of(published) if isinstance(published, str) else None
        if own is None:
            own = When.day(published, Basis.GIVEN) if isinstance(published, dt.date) else When.unknown()
        told = when_of(previous) if previous else None
        return DateContext(published=own, tense=tense, previous=told, reference=reference)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def read(
    grammar: DateGrammar, context: Callable[..., DateContext]
) -> Callable[..., list[tuple[str, str | None]]]:
    """Return the phrases of a text with their dates as EDTF."""

    def run(text: str, **told: object) -> list[tuple[str, str | None]]:
        phrases = find_dates(text, grammar=grammar)
        return [(text[p.start : p.end], resolve(p, context(**told)).edtf) for p in phrases]

    return run


@pytest.fixture(scope="session")
def kinds(grammar: DateGrammar) -> Callable[[str], list[tuple[str, str]]]:
    """Return every phrase of a text with its kind."""

    def run(text: str) -> list[tuple[str, str]]:
        return [(p.kind, text[p.start : p.end]) for p in find_dates(text, grammar=grammar, kinds=EVERY_KIND)]

    return run
