"""What the templates of pages show: in which order, and with which pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from talks.models import Article, Statement, When
from talks.render.evidence import name_of
from talks.render.html.charts import draw_sums
from talks.render.html.choices import find_choices
from talks.render.html.strip import Look, Strip, draw_strip
from talks.render.html.words import groups_in, key_of
from talks.render.positions import titled
from talks.render.sentences import short
from talks.views.positions import Line
from talks.views.promises import Promise, State
from talks.views.stands import load_stands
from talks.views.survey import Survey
from talks.views.swaps import Book
from talks.views.timeline import Entry, Told, reported

__all__ = ["contents_of", "draw_timeline", "ledger_contents", "position_contents", "promise_contents"]

COURSES: Final = Look(label=0, row=13, gap=3, rows=3, apart=1.1)
BY_STATE: Final = (State.OVERDUE, State.PARTLY, State.OPEN, State.BROKEN, State.KEPT)
SAID: Final = "said"  # the lane of stated positions


def contents_of(survey: Survey) -> dict[str, Any]:
    """Return what the templates in `parts/` show, by the names that it has there."""
    return {
        "survey": survey,
        "figures": _figures(survey),
        **_timeline(survey),
        **ledger_contents(survey.books),
        **position_contents(survey.lines, survey.asked.frame.parties, survey.day, _referred(survey)),
        **promise_contents(survey.promises),
        "articles": sorted(survey.articles.values(), key=_published),
    }


def _figures(survey: Survey) -> dict[str, int]:
    said = {saying.statement.id for line in survey.lines for saying in line.sayings}
    outlets = {article.outlet for article in survey.articles.values() if article.outlet}
    return {"statements": len(said), "outlets": len(outlets)}


# The timeline


def _timeline(survey: Survey) -> dict[str, Any]:
    listed = survey.listed
    choices, tokens = find_choices(survey)
    return {
        "filters": choices,
        "tokens": tokens,
        "strip": draw_timeline(survey.entries, survey.day),
        "undated": sorted(survey.undated, key=_first_report),
        "others": [page for key, page in survey.pages.items() if key not in listed],
    }


def draw_timeline(entries: Iterable[Entry], day: dt.date) -> Strip[Entry] | None:
    """Draw what has a date, in lanes; None if nothing has."""
    return draw_strip(_lanes(entries), day)


def _lanes(entries: Iterable[Entry]) -> list[tuple[str, list[tuple[Entry, When]]]]:
    """Return the entries by kind, first what there is most of; stated positions last."""
    lanes: dict[str, list[tuple[Entry, When]]] = {}
    said: list[tuple[Entry, When]] = []
    for entry in entries:
        if isinstance(entry, Told) and entry.event.when.known:
            lanes.setdefault(entry.event.kind, []).append((entry, entry.event.when))
        elif isinstance(entry, Statement):
            said.append((entry, entry.when))
    return [
        *sorted(lanes.items(), key=lambda lane: (-len(lane[1]), lane[0])),
        *([(SAID, said)] if said else []),
    ]


def _first_report(told: Told) -> tuple[dt.date, str, str]:
    return reported(told.event).earliest or dt.date.min, told.event.kind, told.event.id


# Ledgers


def ledger_contents(books: Iterable[Book]) -> dict[str, Any]:
    """Return the charts of ledgers of exchanges, by book."""
    charts = [
        [(group, chart) for group in groups_in(book) if (chart := draw_sums(book, group))] for book in books
    ]
    return {"charts": charts}


def promise_contents(promises: Sequence[Promise]) -> dict[str, Any]:
    """Return promises by what has become of them: first what is owed; of each the latest first."""
    newest = list(reversed(promises))
    found = ((state, [promise for promise in newest if promise.state is state]) for state in BY_STATE)
    return {"promise_states": [(state, own) for state, own in found if own]}


# Positions


def position_contents(
    lines: Iterable[Line], parties: Sequence[str], day: dt.date, referred: Iterable[Statement] = ()
) -> dict[str, Any]:
    """Return positions by topic, their picture as of a day, and where each statement is shown.

    `parties` stand first, and are those in the picture; of the statements in `referred`, those that are in no
    line are listed by themselves.
    """
    lines = sorted(lines, key=lambda line: _rank(line, parties))
    topics: dict[str, list[Line]] = {}
    first_line: dict[str, tuple[str, str]] = {}
    place_of: dict[str, str] = {}
    for line in lines:
        topics.setdefault(line.topic, []).append(line)
        for saying in line.sayings:
            first_line.setdefault(saying.statement.id, key_of(line))
            for told in saying.all:
                place_of.setdefault(told.id, saying.statement.id)
    others = _others((*_before(lines), *referred), place_of)
    return {
        "topics": list(topics.items()),
        "first_line": first_line,
        "courses": draw_strip(list(_courses(topics, parties)), day, COURSES),
        "other_statements": others,
        "place_of": place_of | {statement.id: statement.id for statement in others},
    }


def _courses(
    topics: Mapping[str, Sequence[Line]], parties: Sequence[str]
) -> Iterator[tuple[str, list[tuple[tuple[Statement, bool], When]]]]:
    """Yield what the parties to the negotiation said by topic and party, and whether it was a change."""
    for topic, lines in topics.items():
        shown = [(line, said) for line in lines if line.party in parties and (said := _dated(line))]
        if shown:
            yield titled(topic), []
        for line, said in shown:
            turned = {turn.after.statement.id for turn in line.turns}
            yield short(line.party), [((one, one.id in turned), one.when) for one in said]


def _dated(line: Line) -> list[Statement]:
    return [saying.statement for saying in line.sayings if saying.statement.when.known]


def _rank(line: Line, parties: Sequence[str]) -> tuple[int, int, str]:
    topics = load_stands().topics
    place = parties.index(line.party) if line.party in parties else len(parties)
    return topics.index(line.topic), place, line.party


def _others(referred: Iterable[Statement], listed: Collection[str]) -> list[Statement]:
    """Return the statements that a page refers to, and that are listed nowhere."""
    missing = {statement.id: statement for statement in referred if statement.id not in listed}
    return [missing[key] for key in sorted(missing)]


def _before(lines: Iterable[Line]) -> Iterator[Statement]:
    return (turn.before.statement for line in lines for turn in line.turns)


def _referred(survey: Survey) -> Iterator[Statement]:
    """Yield the statements that state and timeline refer to."""
    table = survey.situation.table
    yield from (stand.latest.statement for stand in (table.stands.values() if table else ()))
    yield from (entry for entry in survey.entries if isinstance(entry, Statement))


def _published(article: Article) -> tuple[dt.date, str, str]:
    when = article.published
    return when.earliest or dt.date.max, name_of(article), article.id
