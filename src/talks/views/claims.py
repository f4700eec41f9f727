"""Whose claim a report is: the speaker in whose words an article tells of a happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from talks.models import Article, Mention, Span, Statement

if TYPE_CHECKING:  # the past brings all of linking, which the present does without
    from talks.views.past import History

__all__ = ["Said", "Voice", "claims_of", "match_claims", "said_in"]

Said = Mapping[str, Sequence[Statement]]  # by article

MOST: Final = 0.5  # part of the words of a report from which they are taken for the speaker's


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what a report tells: the speaker whose claim it is, else the outlet of its article.

    `words` are those that count of the report, where only some do.
    """

    mention: Mention
    article: Article
    claim: Statement | None = None
    words: str = ""

    @property
    def party(self) -> str | None:
        """For whom it is said."""
        return self.claim.party if self.claim else None


def claims_of(store: History, mentions: Collection[Mention]) -> dict[str, Statement]:
    """Return the statements that mentions rest on, by the mention: as extraction says, or by their words."""
    return match_claims(mentions, said_in(store, {mention.article for mention in mentions}))


def said_in(store: History, articles: Collection[str]) -> Said:
    """Return what is said in some articles, by the article, in the order of the text."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in store.statements(article=articles, order="article") if articles else ():
        said[statement.article].append(statement)
    return said


def match_claims(mentions: Iterable[Mention], said: Said) -> dict[str, Statement]:
    """Return the statements that mentions rest on, of what is said in their articles."""
    found = {mention.id: _claim(mention, said.get(mention.article, [])) for mention in mentions}
    return {key: statement for key, statement in found.items() if statement}


def _claim(mention: Mention, statements: Collection[Statement]) -> Statement | None:
    """Return the statement that a mention names, else the one of whose content most of its words are."""
    named = [statement for statement in statements if statement.id == mention.according_to]
    told = [statement for statement in statements if _part(mention, statement) >= MOST]
    return next(iter(named), None) or max(told, key=lambda one: _part(mention, one), default=None)


def _part(mention: Mention, statement: Statement) -> float:
    """Return which part of the words of a mention is what somebody is reported to have said."""
    words = mention.evidence[0].span
    shared = sum(_shared(words, span) for span in statement.content)
    return shared / max(1, words.end - words.start)


def _shared(one: Span, two: Span) -> int:
    return max(0, min(one.end, two.end) - max(one.start, two.start))
