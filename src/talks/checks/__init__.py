"""Checks of the codebook: rules find their examples and no counterexample, dossiers hold together."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.credits import check_credits
from talks.checks.dates import check_dates
from talks.checks.dossiers import check_dossiers
from talks.checks.grammar import check_grammar
from talks.checks.kinds import check_kinds
from talks.checks.mediation import check_mediation
from talks.checks.outlets import check_outlets
from talks.checks.seams import check_seams
from talks.checks.speech import check_speech
from talks.checks.stances import check_stances
from talks.checks.statuses import check_statuses
from talks.checks.topics import check_topics
from talks.checks.words import check_words
from talks.codebook import Codebook

__all__ = ["check_codebook"]

CHECKS = (
    check_grammar,
    check_dates,
    check_kinds,
    check_statuses,
    check_words,
    check_speech,
    check_stances,
    check_topics,
    check_mediation,
    check_dossiers,
    check_outlets,
    check_credits,
    check_seams,
)


def check_codebook(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with a codebook, one line each: the file, the rule, and what it does."""
    for check in CHECKS:
        yield from check(codebook)
