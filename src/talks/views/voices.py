"""Who gives a value that reports tell of: the speaker in whose words it stands, and the words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from talks.link import Report
from talks.models import Article, Event, Mention, Span, Statement
from talks.text import split_sentences
from talks.views.claims import Said, Voice, match_claims, said_in
from talks.views.knowledge import reports_of
from talks.views.past import History, base_of

__all__ = ["Readings", "read_reports"]

LONG: Final = 100  # from which a figure is hardly anything else


@dataclass(slots=True)
class Readings:
    """The reports of some events, with their articles and all that is said in them."""

    reports: dict[str, Report] = field(default_factory=dict)  # by mention
    articles: dict[str, Article] = field(default_factory=dict)
    claims: dict[str, Statement] = field(default_factory=dict)  # by mention
    said: Said = field(default_factory=dict)

    def mentions(self, event: Event) -> list[Mention]:
        """Return the mentions of an event."""
        return [self.reports[key].mention for key in event.mentions if key in self.reports]

    def voice(self, key: str, figure: int | None = None) -> Voice:
        """Return who says what a mention says; of a figure, in whose words it stands, if it is found."""
        mention = self.reports[key].mention
        article = self.articles[mention.article]
        said = self.said.get(article.id, ())
        found = _find_figure(article.text, figure, mention, said) if figure is not None else None
        if found is None:
            return Voice(mention, article, self.claims.get(key), mention.evidence[0].quote)
        claim = _speaker_at(found, said) or self._own_claim(mention, found[1])
        return Voice(mention, article, claim, found[1].of(article.text))

    def _own_claim(self, mention: Mention, sentence: Span) -> Statement | None:
        """Return whose claim a mention is, if it was read from the sentence."""
        span = mention.evidence[0].span
        own = span.start < sentence.end and sentence.start < span.end
        return self.claims.get(mention.id) if own else None


def read_reports(store: History, events: Collection[Event]) -> Readings:
    """Load the reports of some events, with their articles and what is said in them."""
    out = Readings()
    if not events:
        return out
    reports = [report for found in reports_of(base_of(store), events).values() for report in found]
    out.reports = {report.mention.id: report for report in reports}
    ids = {report.mention.article for report in reports}
    out.articles = {article.id: article for article in store.articles(ids=ids)}
    out.said = said_in(store, ids)
    out.claims = match_claims((report.mention for report in reports), out.said)
    return out


def _find_figure(
    text: str, figure: int, mention: Mention, said: Iterable[Statement]
) -> tuple[int, Span] | None:
    """Find where a text gives a figure, next to where the mention was read: the place, and its sentence.

    A long figure is rather taken from what somebody says; a short one may be a day or an age there.
    """
    written = "|".join({f"{figure:,}", str(figure)})
    places = [found.start() for found in re.finditer(rf"(?<![\d.,])(?:{written})(?![\d]|[.,]\d)", text)]
    spans = [span for statement in said for span in statement.content] if figure >= LONG else []
    credited = [at for at in places if any(span.start <= at < span.end for span in spans)]
    if not places:
        return None
    read = [evidence.span.start for evidence in mention.evidence]
    at = min(credited or places, key=lambda place: min(abs(place - start) for start in read))
    return at, _sentence(text, at)


def _sentence(text: str, at: int) -> Span:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    cuts = split_sentences(text, start, end, frozenset())
    first, last = next(((a, b) for a, b in cuts if a <= at < b), (start, end))
    return Span(start=first, end=last)


def _speaker_at(found: tuple[int, Span], said: Iterable[Statement]) -> Statement | None:
    """Return the statement in whose words a place is, else the only one of its sentence."""
    at, sentence = found
    within = [s for s in said if any(span.start <= at < span.end for span in s.content)]
    if within:
        return min(within, key=lambda s: sum(span.end - span.start for span in s.content))
    beside = [
        s for s in said if s.evidence.span.start < sentence.end and sentence.start < s.evidence.span.end
    ]
    return beside[0] if len(beside) == 1 else None
