"""Each side's stated positions through time: all in brief, or one after another."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from talks.models import Article, Statement
from talks.store import Store
from talks.views.frames import Frame, load_frames
from talks.views.past import as_of
from talks.views.sayings import Saying, said_once
from talks.views.stands import load_stands
from talks.views.turns import Turn, find_turns

__all__ = ["Asked", "Line", "Stand", "Table", "lines", "tables"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which positions are wanted; an empty choice wants all. `as_of` leaves out what came out later."""

    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What a party, or a speaker of it, said on one topic, in order of date, and where that turned.

    `others` are the statements of those who don't speak for the party.
    """

    dossier: str | None
    topic: str
    party: str
    sayings: tuple[Saying, ...]
    turns: tuple[Turn, ...]
    articles: dict[str, Article]
    speaker: str | None = None
    others: frozenset[str] = frozenset()

    @property
    def latest(self) -> Saying:
        """What was said last, if possible with a date, and by those who speak for the party."""
        return _last_of(self.sayings, self.others)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stands on a topic: what was said last, of how many, and where it turned."""

    topic: str
    party: str
    latest: Saying
    statements: int
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The positions of one negotiation: its parties, its topics, and where each of these stands on those."""

    dossier: str
    sides: tuple[str, ...]
    parties: tuple[str, ...]
    stands: dict[tuple[str, str], Stand]  # by topic and party

    @property
    def topics(self) -> list[str]:
        """The topics on which anybody took a stance, in the order of the rule."""
        known = {topic for topic, _ in self.stands}
        return [topic for topic in load_stands().topics if topic in known]


def tables(store: Store, asked: Asked) -> Iterator[Table]:
    """Yield where the sides and mediators of each negotiation stand, if anybody took a stance."""
    for frame in load_frames(store):
        own = set(frame.parties)
        told = _positions(store, asked, dossier=frame.dossier, party=frame.parties)
        said = [statement for statement in told if statement.party in own]  # no joint ones
        series = _series(said, load_stands().topics, by_speaker=False)
        stands = {(t, p): _stand(asked, t, p, found, [frame]) for (t, p, _), found in series.items()}
        kept = {key: stand for key, stand in stands.items() if stand}
        if kept:
            yield Table(frame.dossier, frame.sides, frame.parties, kept)


def lines(store: Store, asked: Asked) -> Iterator[Line]:
    """Yield what was said by each party on each topic, negotiation by negotiation, then outside of any."""
    frames, seen = load_frames(store), set[str]()
    topics = asked.topics or load_stands().topics
    wanted: dict[str, Any] = {"party": asked.parties or None, "speaker": asked.speakers or None}
    for frame in (*frames, None):
        more = {"dossier": frame.dossier} if frame else {}
        said = [s for s in _positions(store, asked, **wanted, **more) if frame or s.id not in seen]
        seen.update(statement.id for statement in said)
        series = _series(said, topics, by_speaker=bool(asked.speakers))
        for key in sorted(series, key=partial(_order, frame, topics)):
            made = _line(store, asked, key, series[key], [frame] if frame else frames)
            if made.sayings:
                yield made


Key = tuple[str, str, str | None]  # topic, party, speaker


def _order(frame: Frame | None, topics: Sequence[str], key: Key) -> tuple[object, ...]:
    topic, party, speaker = key
    parties = frame.parties if frame else ()
    rank = parties.index(party) if party in parties else len(parties)
    return topics.index(topic), rank, party, speaker or ""


def _positions(store: Store, asked: Asked, **filters: Any) -> list[Statement]:
    """Return the statements that take a position and were out by the day that is asked for."""
    stances = [stance.value for stance in load_stands().groups]
    said = as_of(store, asked.as_of).statements(stance=stances, **filters)
    return [s for s in said if s.content and (s.party or asked.speakers)]


def _series(said: Iterable[Statement], topics: Sequence[str], *, by_speaker: bool) -> dict[Key, list[Saying]]:
    """Return what was said by topic and party, or speaker; a statement on two topics stands under both."""
    series: defaultdict[Key, list[Saying]] = defaultdict(list)
    for saying in said_once(said):
        statement = saying.statement
        for topic in topics:
            if topic in statement.topics:
                speaker = statement.speaker if by_speaker else None
                series[topic, statement.party or "", speaker].append(saying)
    return dict(series)


def _speaks(frames: Sequence[Frame]) -> Callable[[Statement], bool]:
    """Return what tells whether a statement is by one who speaks for a party on that day."""

    def speaks(statement: Statement) -> bool:
        day, speaker = statement.when.earliest, statement.speaker
        return bool(day and speaker and any(frame.speaks(speaker, day) for frame in frames))

    return speaks


def _in_range(saying: Saying, asked: Asked) -> bool:
    when = saying.statement.when
    if when.earliest is None or when.latest is None:
        return not (asked.since or asked.until)
    return when.earliest <= (asked.until or dt.date.max) and when.latest >= (asked.since or dt.date.min)


def _stand(
    asked: Asked, topic: str, party: str, sayings: list[Saying], frames: Sequence[Frame]
) -> Stand | None:
    speaks = _speaks(frames)
    shown = [saying for saying in sayings if _in_range(saying, asked)]
    if not shown:
        return None
    others = {saying.statement.id for saying in shown if not speaks(saying.statement)}
    turns = [turn for turn in find_turns(sayings, speaks) if _in_range(turn.after, asked)]
    return Stand(topic, party, _last_of(shown, others), len(shown), tuple(turns))


def _last_of(sayings: Sequence[Saying], others: Collection[str]) -> Saying:
    """Return what was said last, of one day what is told best: if possible with a date, and not by others."""
    dated = [saying for saying in sayings if saying.statement.when.known]
    sure = [saying for saying in dated if saying.statement.id not in others]
    found = sure or dated or sayings
    day = found[-1].statement.when
    return next(saying for saying in found if saying.statement.when == day or saying is found[-1])


def _line(store: Store, asked: Asked, key: Key, sayings: list[Saying], frames: Sequence[Frame]) -> Line:
    topic, party, speaker = key
    speaks: Callable[[Statement], bool] = (lambda _: True) if speaker else _speaks(frames)
    turns = [turn for turn in find_turns(sayings, speaks) if _in_range(turn.after, asked)]
    shown = [saying for saying in sayings if _in_range(saying, asked)]
    told = (*shown, *(turn.before for turn in turns))
    ids = {statement.article for saying in told for statement in saying.all}
    articles = {article.id: article for article in store.articles(ids=ids)} if ids else {}
    dossier = frames[0].dossier if len(frames) == 1 else None
    others = frozenset(saying.statement.id for saying in shown if not speaks(saying.statement))
    return Line(dossier, topic, party, tuple(shown), tuple(turns), articles, speaker, others)
