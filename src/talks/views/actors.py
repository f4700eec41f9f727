"""Who speaks and takes part: people and offices, of a dossier or of none."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from talks.kinds import traits_of
from talks.models import Event, Precision, Statement
from talks.store import Seen, Store, claimed_events, speakers, takers_part
from talks.terms import REAL
from talks.views.cast import Known, load_cast
from talks.views.frames import load_frames
from talks.views.outcomes import Overdue, find_overdue

__all__ = ["Actor", "ActorPage", "Asked", "actor_page", "candidates", "list_actors"]

DAY_AFTER: Final = dt.timedelta(days=1)  # on which what was held in the evening is still told of


@dataclass(frozen=True, slots=True)
class Asked:
    """Which actors are wanted; an empty choice wants all. `everybody` adds parties and unnamed sources."""

    parties: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks or takes part; `kind` is person, office, party or unnamed."""

    name: str
    kind: str
    party: str | None
    role: str | None
    statements: int = 0
    meetings: int = 0
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor with what they said, took part in, spoke at, and told of.

    `overdue` tells by their ids which events should have come about, though no report says that they did.
    """

    actor: Actor
    known: Known | None
    statements: tuple[Statement, ...]
    took_part: tuple[Event, ...]
    spoke_then: tuple[Event, ...] = ()
    claimed: tuple[Event, ...] = ()
    overdue: Mapping[str, Overdue] = field(default_factory=dict)


@dataclass(slots=True)
class _Count:
    """What is counted of one name."""

    parties: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    meetings: int = 0
    days: list[dt.date] = field(default_factory=list)


def list_actors(store: Store, asked: Asked) -> list[Actor]:
    """List the actors of each party, sides and mediators first, whoever speaks and meets most first."""
    cast, counts = load_cast(store), _counted(store, asked)
    found = [_actor(name, count, cast.get(name)) for name, count in counts.items()]
    wanted = [actor for actor in found if _is_wanted(actor, asked)]
    order = [party for frame in load_frames(store) for party in frame.parties]
    rank = {party: n for n, party in reversed(list(enumerate(order)))}
    return sorted(
        wanted,
        key=lambda a: (rank.get(a.party or "", len(order)), a.party or "\uffff", -_weight(a), a.name),
    )


def _weight(actor: Actor) -> int:
    return actor.statements + actor.meetings


def _counted(store: Store, asked: Asked) -> dict[str, _Count]:
    counts: defaultdict[str, _Count] = defaultdict(_Count)
    where: dict[str, Any] = {"since": asked.since, "until": asked.until, "dossiers": asked.dossiers or None}
    for seen in speakers(store, **where):
        count = _counted_days(counts[seen.name], seen)
        count.statements += seen.number
        count.parties.update({seen.party: seen.number} if seen.party else {})
    for seen in takers_part(store, sorted(REAL), **where):
        _counted_days(counts[seen.name], seen).meetings += seen.number
    return dict(counts)


def _counted_days(count: _Count, seen: Seen) -> _Count:
    count.days += [day for day in (seen.first, seen.last) if day]
    return count


def _actor(name: str, count: _Count, known: Known | None) -> Actor:
    last = max(count.days, default=None)
    party = known.party if known and known.party else None
    commonest = min(count.parties, key=lambda one: (-count.parties[one], one), default=None)
    return Actor(
        name=name,
        kind=known.kind if known else _kind(name, commonest),
        party=party or commonest,
        role=known.role_on(last) if known else None,
        statements=count.statements,
        meetings=count.meetings,
        first=min(count.days, default=None),
        last=last,
    )


def _kind(name: str, party: str | None) -> str:
    """Tell what a name in no dossier is of: the last word of a description is not capitalised."""
    if name == party:
        return "party"
    return "person" if name.split()[-1][:1].isupper() else "unnamed"


def _is_wanted(actor: Actor, asked: Asked) -> bool:
    named = asked.everybody or actor.kind in ("person", "office")
    return named and (not asked.parties or actor.party in asked.parties)


def candidates(store: Store, wanted: str) -> list[str]:
    """Return whom a name can mean: those called so; else those who have an alias so, or a part of it."""
    names = {*store.values("speaker"), *store.values("person")}
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        ways[_folded(name)].add(name)
    for known in load_cast(store).values():
        for way in (known.name, *known.aliases):
            ways[_folded(way)].add(known.name)
    folded = _folded(wanted)
    if folded in ways:
        exact = sorted(name for name in ways[folded] if _folded(name) == folded)
        return exact or sorted(ways[folded])
    words = folded.split()
    parts = {name for way, found in ways.items() if words and _holds(way, words) for name in found}
    return sorted(parts & names) or sorted(parts)


def _holds(way: str, words: list[str]) -> bool:
    """Tell whether each of some words begins a word of a name."""
    return all(any(part.startswith(word) for part in way.split()) for word in words)


def _folded(name: str) -> str:
    """Return a name without case and accents."""
    marks = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in marks if not unicodedata.combining(sign)).casefold()


def actor_page(store: Store, name: str) -> ActorPage:
    """Load all that is known of an actor, by the whole name."""
    count = _counted(store, Asked()).get(name, _Count())
    known = load_cast(store).get(name)
    statements = tuple(store.statements(speaker=name))
    part = tuple(store.events(person=name))
    there = {event.id for event in part}
    claimed = claimed_events(store, name)
    told = store.events(ids=set(claimed) - there) if set(claimed) - there else iter(())
    actor = _actor(name, count, known)
    then = tuple(event for event in _spoke_then(store, actor, statements) if event.id not in there)
    rest = tuple(event for event in told if event.id not in {e.id for e in then})
    overdue = find_overdue(store, (*part, *rest), store.last_published())
    return ActorPage(actor, known, statements, part, then, rest, overdue)


def _spoke_then(store: Store, actor: Actor, statements: Iterable[Statement]) -> Iterator[Event]:
    """Yield the encounters of an actor's party that an article tells of which quotes the actor that day.

    Where it is told who took part, the actor did not.
    """
    said = {s.article: s.when for s in statements if s.when.precision is Precision.DAY}
    found: dict[str, Event] = {}
    for article, when in said.items():
        linked = [event for _, event in store.linked_mentions(article=article) if event]
        for event in store.events(ids=linked) if linked else ():
            first, last = event.when.earliest, event.when.latest
            if when.earliest is None or first is None or last is None or not _is_encounter(event, actor):
                continue
            if first <= when.earliest <= last + DAY_AFTER:
                found[event.id] = event
    yield from sorted(found.values(), key=lambda event: (event.when.earliest or dt.date.max, event.id))


def _is_encounter(event: Event, actor: Actor) -> bool:
    """Tell whether an event is an encounter that was held, in which an actor's party took part."""
    held = (
        event.status in REAL and not event.people and event.when.precision in (Precision.DAY, Precision.SPAN)
    )
    return held and traits_of(event.kind).encounter and actor.party in event.parties
