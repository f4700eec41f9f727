"""Who is credited with what a report says: the speaker whose claim it is, else the outlet."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from talks.models import Article, Statement
from talks.render.evidence import name_of
from talks.render.sentences import joined
from talks.render.words import speaker_of

__all__ = ["all_credited", "credit"]


def credit(claim: Statement | None, article: Article, offices: Collection[str] = ()) -> str:
    """Name who says what a report says."""
    known = claim is not None and (claim.speaker or claim.party)
    return speaker_of(claim, offices) if claim and known else name_of(article)


def all_credited(names: Iterable[str]) -> str:
    """Join those who are credited, each once."""
    return joined(list(dict.fromkeys(names)))
