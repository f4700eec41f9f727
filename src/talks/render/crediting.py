"""Who is credited with what a report says: the speaker whose claim it is, else the outlet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from talks.models import Article, Stance, Statement
from talks.render.evidence import name_of
from talks.render.sentences import joined
from talks.render.words import speaker_of
from talks.views.claims import Voice

__all__ = ["all_credited", "claimed", "credit", "credited", "name_voice"]

REPLACED: Final = "a report that was replaced"


def credit(claim: Statement | None, article: Article, offices: Collection[str] = ()) -> str:
    """Name who says what a report says; what a speaker denies, only the report says, if anybody."""
    if claim is not None and claim.stance is Stance.DENIES:
        return f"{name_of(article)} (denied by {name_voice(claim, article, offices)})"
    return name_voice(claim, article, offices)


def name_voice(claim: Statement | None, article: Article, offices: Collection[str] = ()) -> str:
    """Name in whose words something stands: the speaker, else the outlet."""
    known = claim is not None and (claim.speaker or claim.party)
    return speaker_of(claim, offices) if claim and known else name_of(article)


def claimed(voice: Voice) -> str | None:
    """Tell whose claim a report is, or who denies what it reports."""
    if voice.claim is None:
        return None
    says = "denied by" if voice.claim.stance is Stance.DENIES else "according to"
    return f"{says} {voice.claim.speaker or 'an unknown speaker'}"


def credited(voice: Voice) -> str:
    """Name who says what a report says, and the outlet that has it from there."""
    outlet, claim = name_of(voice.article), voice.claim
    if claim is None or not claim.speaker:
        return outlet
    return f"{outlet} ({claimed(voice)})" if claim.stance is Stance.DENIES else f"{claim.speaker} in {outlet}"


def all_credited(names: Iterable[str]) -> str:
    """Join those who are credited, each once; none are left where reports were replaced since."""
    return joined(list(dict.fromkeys(names)) or [REPLACED])
