"""Which articles of followed sources are kept: those about a negotiation, or all."""

from __future__ import annotations

from typing import Final

from talks.codebook import Codebook
from talks.ingest.engine import ROOMS, engine_id
from talks.ingest.intake import Judge
from talks.models import Article
from talks.relevance import judge_relevance

__all__ = ["ALL", "keep_all_of", "keep_relevant", "rule_id"]

ALL: Final = "all"  # names the rule by which everything is kept


def rule_id() -> str:
    """Name the version of the rule: what another one passed over is judged again."""
    return engine_id((*ROOMS, "relevance"))


def keep_relevant(codebook: Codebook) -> Judge:
    """Return what keeps the articles about a negotiation, and those of which that can't be told."""

    def judge(article: Article) -> str | None:
        found = judge_relevance(article, codebook)
        return None if found is None or found.about else found.reason

    return judge


def keep_all_of(_article: Article) -> str | None:
    """Keep whatever comes."""
    return None
