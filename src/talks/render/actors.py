"""Actors on a screen: the list of them, and the page of one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from talks.models import Event, Statement
from talks.render.dates import in_brief
from talks.render.evidence import label
from talks.render.lines import Cell, Paper, Row, Word, plain, styled
from talks.render.positions import titled
from talks.render.records import Row as Record
from talks.render.sentences import headline, joined
from talks.render.wording import load_wording
from talks.render.words import quoted_words
from talks.terms import REAL
from talks.views.actors import Actor, ActorPage
from talks.views.cast import Post
from talks.views.frames import Frame

__all__ = ["ACTOR_COLUMNS", "actor_row", "draw_actor", "draw_actors"]

NAME, SEEN, DATE, STANCE, TERM = 28, 26, 13, 9, 27  # columns
ROOMY: Final = 100  # columns from which the days have a column of their own
LATEST: Final = 5  # statements on one topic that a page shows
ID: Final = 7
OTHERS: Final = "Others"
NO_TOPIC: Final = "other"  # of a statement on none that is known
ACTOR_COLUMNS: Final = ("record", "name", "kind", "party", "role", "statements", "events", "first", "last")


def actor_row(actor: Actor) -> Record:
    """Turn an actor into a flat row."""
    return {
        "record": "actor",
        "name": actor.name,
        "kind": actor.kind,
        "party": actor.party,
        "role": actor.role,
        "statements": actor.statements,
        "events": actor.meetings,
        "first": actor.first.isoformat() if actor.first else None,
        "last": actor.last.isoformat() if actor.last else None,
    }


def draw_actors(actors: Iterable[Actor], paper: Paper) -> Iterator[Row]:
    """Yield the rows of a list of actors, by party."""
    roomy = paper.width is None or paper.width >= ROOMY
    for n, (party, group) in enumerate(groupby(actors, key=lambda actor: actor.party)):
        yield from [Row()] if n else []
        yield Row(body=styled(party or OTHERS, "bold"))
        for actor in group:
            counts = f"{_number(actor.statements, 'statement'):>14} {_number(actor.meetings, 'event'):>9}"
            seen = Cell(plain(_seen(actor)), SEEN)
            cells = (Cell((), 1), Cell(plain(actor.name), NAME), *([seen] if roomy else []))
            yield Row(cells, plain(actor.role or ""), styled(counts, "dim"))
            if not roomy and actor.first:
                yield Row((Cell((), 1), Cell((), NAME)), styled(_seen(actor), "dim"))


def _seen(actor: Actor) -> str:
    """Write the first and the last day on which somebody is seen."""
    if actor.first is None or actor.last is None:
        return ""
    return _day(actor.first) if actor.first == actor.last else f"{_day(actor.first)} – {_day(actor.last)}"


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"


def draw_actor(page: ActorPage, frames: Sequence[Frame]) -> Iterator[Row]:
    """Yield the rows of the page of an actor."""
    sides = [frame.sides for frame in frames]
    yield from _facts(page)
    for title, rows in (
        ("Roles", _roles(page.known.posts if page.known else ())),
        ("Took part in", _events((e for e in page.took_part if e.status in REAL), sides)),
        ("Was to take part in", _events((e for e in page.took_part if e.status not in REAL), sides, page)),
        ("Spoke for the party when these were held", _events(page.spoke_then, sides)),
        ("Told of", _events(page.claimed, sides, page)),
    ):
        listed = list(rows)
        if listed:
            yield from (Row(), Row(body=styled(title, "bold")), *listed)
    yield from _said(page)


def _facts(page: ActorPage) -> Iterator[Row]:
    actor, known = page.actor, page.known
    yield Row(body=(Word(actor.name, "bold"), Word(f"  {actor.kind}", "dim")))
    yield Row()
    role = f"{actor.role}, on {_day(actor.last)}" if actor.role and actor.last else actor.role
    facts = (
        ("party", actor.party or "unknown"),
        ("role", role),
        ("also", ", ".join(known.aliases) if known else None),
        ("wikidata", known.wikidata if known else None),
        ("dossiers", ", ".join(known.dossiers) if known else "in none"),
        ("seen", _seen(actor) or "on no known day"),
    )
    yield from (label(name, value) for name, value in facts if value)


def _roles(posts: Iterable[Post]) -> Iterator[Row]:
    for post in sorted(posts, key=lambda post: (post.since or "", post.until or "9999")):
        first, last = (_day(dt.date.fromisoformat(day)) if day else "…" for day in (post.since, post.until))
        cells = (Cell((), 1), Cell(plain(f"{first} – {last}"), TERM))
        yield Row(cells, (Word(", ".join(post.titles)), Word(f"  {post.of}", "dim")))


def _events(
    events: Iterable[Event], sides: Sequence[tuple[str, ...]], page: ActorPage | None = None
) -> Iterator[Row]:
    """Yield the line of each event; with the page, that of what is overdue says so."""
    for event in events:
        words = load_wording().statuses[event.status]
        cells = (
            Cell((), 1),
            Cell(plain(in_brief(event.when)), DATE),
            Cell(styled(words.word, words.style), STANCE),
        )
        line = headline(event, sides=sides, overdue=page.overdue.get(event.id) if page else None)
        yield Row(cells, plain(line), styled(event.id[:ID], "dim"))


def _said(page: ActorPage) -> Iterator[Row]:
    """Yield the latest statements on each topic; one on several stands under each, and names the others."""
    by_topic: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in page.statements:
        for topic in statement.topics or (NO_TOPIC,):
            by_topic[topic].append(statement)
    for topic in sorted(by_topic, key=lambda topic: (-len(by_topic[topic]), topic)):
        said = by_topic[topic]
        yield from (
            Row(),
            Row(body=(Word(f"On {titled(topic)}", "bold"), Word(f"  {len(said)} said", "dim"))),
        )
        yield from (_said_on(topic, statement) for statement in said[-LATEST:])
        if len(said) > LATEST:
            more = f"more: talks statements --speaker '{page.actor.name}' --topic {topic}"
            yield Row((Cell((), 1),), styled(more, "dim"))


def _said_on(topic: str, statement: Statement) -> Row:
    """Return the line of a statement under one of its topics."""
    stance = load_wording().stances[statement.stance]
    cells = (
        Cell((), 1),
        Cell(plain(in_brief(statement.when)), DATE),
        Cell(styled(stance, "accent"), STANCE),
    )
    others = [titled(other) for other in statement.topics if other != topic]
    also = styled(f"  also on {joined(others)}", "dim") if others else ()
    return Row(cells, (*quoted_words(statement), *also), styled(statement.id[:ID], "dim"))
