"""What a reader knows besides the text: a dossier's dated happenings, terms of office, and span."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talks.codebook.dossier import Dossier, Reference
from talks.dates import DateGrammar
from talks.dating.references import ReferenceIndex
from talks.dating.terms import TermIndex

__all__ = ["Background"]

YEAR = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Background:
    """Knowledge by which a text without a date can be dated; `first` to `last` are the days it covers."""

    references: ReferenceIndex
    terms: TermIndex
    first: dt.date | None = None
    last: dt.date | None = None
    deals: frozenset[str] = frozenset()  # kinds of happenings that are spoken of before they are there

    @classmethod
    def of(
        cls,
        dossier: Dossier | None,
        grammar: DateGrammar,
        posts: Mapping[str, str],
        former: frozenset[str] = frozenset(),
        deals: frozenset[str] = frozenset(),
    ) -> Background:
        """Compile a dossier; news of it goes on for a year after its end."""
        if dossier is None:
            return cls.knowing((), grammar)
        last = dossier.until + YEAR if dossier.until else None
        return cls(
            ReferenceIndex.of(
                dossier.reference,
                grammar,
                _seats(dossier),
                _regions(dossier),
                _sides(dossier),
                {place.name: place.country for place in dossier.place if place.country},
                _cities(dossier),
            ),
            TermIndex.of(dossier.person, posts, former),
            dossier.since,
            last,
            deals,
        )

    @classmethod
    def knowing(cls, references: Sequence[Reference], grammar: DateGrammar) -> Background:
        """Know nothing but dated happenings."""
        return cls(ReferenceIndex.of(references, grammar), TermIndex())

    def besides(self, named: list[Reference]) -> list[Reference]:
        """Leave the beginning of the conflict out of the happenings of a sentence that names others."""
        later = [reference for reference in named if reference.since != self.first]
        return later or named


def _regions(dossier: Dossier) -> dict[str, str]:
    return {place.name: place.region for place in dossier.place if place.region}


def _cities(dossier: Dossier) -> dict[str, str]:
    cities = [place for place in dossier.place if place.kind == "city"]
    return {called: city.name for city in cities for called in (city.name, *city.aliases)}


def _sides(dossier: Dossier) -> dict[str, str]:
    return {
        called: party.name
        for party in dossier.party
        for called in (party.name, *party.aliases, *party.adjectives, *party.metonyms)
    }


def _seats(dossier: Dossier) -> frozenset[str]:
    """Return the places that stand for those who sit there, and so are named for much else."""
    metonyms = {name for party in dossier.party for name in party.metonyms}
    return frozenset(
        metonyms | {name for office in dossier.office for name in (office.name, *office.aliases)}
    )
