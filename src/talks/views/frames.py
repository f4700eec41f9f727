"""Who matters in each negotiation, noted in the database, as dossiers load slower than a screen is drawn."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from talks.store import Store

if TYPE_CHECKING:  # the codebook is slow to import, and only asked for when articles come in
    from talks.codebook.dossier import Dossier, Person

__all__ = ["Frame", "keep_frames", "load_frames", "offices_of"]

NOTE: Final = "frames"
Period = tuple[str | None, str | None]  # first and last day


@dataclass(frozen=True, slots=True)
class Frame:
    """The sides and mediators of a negotiation, and who speaks for them, when."""

    dossier: str
    sides: tuple[str, ...]
    mediators: tuple[str, ...]
    offices: frozenset[str]
    principals: dict[str, list[Period]]

    @property
    def parties(self) -> tuple[str, ...]:
        """The sides, then the mediators."""
        return (*self.sides, *self.mediators)

    def speaks(self, speaker: str, day: dt.date) -> bool:
        """Tell whether somebody is a party, one of its offices, or held a post for one on a day."""
        if speaker in self.offices or speaker in self.parties:
            return True
        on = day.isoformat()
        return any((first or on) <= on <= (last or on) for first, last in self.principals.get(speaker, ()))


class Notes(Protocol):
    """What keeps notes of the program: a store, or what it knew on a day."""

    def recall(self, key: str) -> str | None:
        """Return a note, or None."""


def keep_frames(store: Store, dossiers: Iterable[Dossier], *, posts: Collection[str]) -> None:
    """Note what screens need of the dossiers; `posts` are those whose holders speak for a party."""
    note = json.dumps([_row(dossier, posts) for dossier in dossiers], ensure_ascii=False)
    if store.recall(NOTE) != note:
        store.remember(NOTE, note)


def load_frames(store: Notes) -> tuple[Frame, ...]:
    """Read what was noted; nothing if no article was ever ingested."""
    return tuple(_frame(row) for row in json.loads(store.recall(NOTE) or "[]"))


def offices_of(frames: Iterable[Frame]) -> list[str]:
    """Return the offices of all negotiations, which speakers may be named by."""
    return [office for frame in frames for office in frame.offices]


def _frame(row: dict[str, Any]) -> Frame:
    return Frame(
        dossier=row["dossier"],
        sides=tuple(row["sides"]),
        mediators=tuple(row["mediators"]),
        offices=frozenset(row["offices"]),
        principals=row["principals"],
    )


def _row(dossier: Dossier, posts: Collection[str]) -> dict[str, Any]:
    parties = {*dossier.sides, *dossier.mediators}
    people = {person.name: _periods(person, posts) for person in dossier.person if person.party in parties}
    return {
        "dossier": dossier.id,
        "sides": dossier.sides,
        "mediators": dossier.mediators,
        "offices": [office.name for office in dossier.office if office.party in parties],
        "principals": {name: periods for name, periods in people.items() if periods},
    }


def _periods(person: Person, posts: Collection[str]) -> list[Period]:
    """Return when a person held a post whose holders speak for a party."""
    held = [role for role in person.roles if role.title.lower() in posts]
    return [(_iso(role.since), _iso(role.until)) for role in held]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
