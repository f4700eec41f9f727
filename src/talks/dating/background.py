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

    @classmethod
    def of(
        cls,
        dossier: Dossier | None,
        grammar: DateGrammar,
        posts: Mapping[str, str],
        former: frozenset[str] = frozenset(),
    ) -> Background:
        """Compile a dossier; news of it goes on for a year after its end."""
        if dossier is None:
            return cls.knowing((), grammar)
        last = dossier.until + YEAR if dossier.until else None
        return cls(
            ReferenceIndex.of(dossier.reference, grammar, _seats(dossier), _regions(dossier)),
            TermIndex.of(dossier.person, posts, former),
            dossier.since,
            last,
        )

    @classmethod
    def knowing(cls, references: Sequence[Reference], grammar: DateGrammar) -> Background:
        """Know nothing but dated happenings."""
        return cls(ReferenceIndex.of(references, grammar), TermIndex())


def _regions(dossier: Dossier) -> dict[str, str]:
    return {place.name: place.region for place in dossier.place if place.region}


def _seats(dossier: Dossier) -> frozenset[str]:
    """Return the places that stand for those who sit there, and so are named for much else."""
    metonyms = {name for party in dossier.party for name in party.metonyms}
    return frozenset(
        metonyms | {name for office in dossier.office for name in (office.name, *office.aliases)}
    )
