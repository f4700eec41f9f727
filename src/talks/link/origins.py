"""Which reports of a happening are of one origin, and why: what one agency put out, and what was copied."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from talks.likeness import Forest, alike, runs_of, words_of
from talks.link.reports import Report
from talks.link.sketches import copies

__all__ = ["Origin", "Tie", "count_origins", "find_origins"]

WORDS: Final = 5  # words in a row that two sentences hardly have in common by chance
ALIKE: Final = 0.7  # part of such runs of the shorter sentence from which it is taken from the other
TELLING: Final = 4  # such runs that a sentence must have: short ones are alike without being copies


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two articles are of one origin: one `agency` or outlet, or a `sentence` or the whole `text` alike.

    `part` is how much of the runs of words of the shorter one the other shares; `origin` that agency.
    """

    why: Literal["agency", "sentence", "text"]
    articles: tuple[str, str]
    part: float | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that count as one source, and what ties each but the first to one before it."""

    articles: tuple[str, ...]
    ties: tuple[Tie, ...] = ()


def count_origins(reports: Sequence[Report]) -> int:
    """Count the origins of reports; what one agency or outlet put out is of one, and so are copies."""
    return len(find_origins(reports))


def find_origins(reports: Sequence[Report]) -> list[Origin]:
    """Return the origins of reports by date; each begins with its earliest article."""
    ordered = sorted(reports, key=_order)
    forest, ties = Forest(), defaultdict[str, list[Tie]](list)
    for tie in _ties(ordered):
        one, two = tie.articles
        if forest.root(one) != forest.root(two):
            forest.join(one, two)
            ties[one].append(replace(tie, articles=(two, one)))
            ties[two].append(tie)
    groups = forest.groups(dict.fromkeys(report.mention.article for report in ordered))
    return [_origin(articles[0], ties) for articles in groups.values()]


def _order(report: Report) -> tuple[dt.date, bool, str]:
    """Put reports in order of date; of one day those first that credit nobody."""
    return report.published.earliest or dt.date.max, report.origin != report.outlet, report.mention.id


def _ties(reports: Sequence[Report]) -> Iterator[Tie]:
    """Yield what ties articles; one that copies another is not what its outlet itself reports."""
    texts = list(_texts(reports))
    copied = {tie.articles[0] for tie in texts}
    own = (r for r in reports if r.mention.article not in copied or r.origin != r.outlet)
    yield from (*_agencies(own), *texts, *_sentences(reports))


def _origin(first: str, ties: Mapping[str, list[Tie]]) -> Origin:
    """Walk from the first article of an origin along the ties, and turn each towards it."""
    found, articles = [], [first]
    for article in articles:
        onward = [tie for tie in ties.get(article, ()) if tie.articles[0] not in articles]
        articles += [tie.articles[0] for tie in onward]
        found += onward
    return Origin(tuple(articles), tuple(found))


def _agencies(reports: Iterable[Report]) -> Iterator[Tie]:
    """Yield what one agency or outlet put out; an article that credits two ties what else these put out."""
    first: dict[str, str] = {}
    for report in reports:
        article = first.setdefault(report.origin, report.mention.article)
        if article != report.mention.article:
            yield Tie("agency", (report.mention.article, article), origin=report.origin)


def _sentences(reports: Sequence[Report]) -> Iterator[Tie]:
    """Yield articles that tell the happening in the same words, or in mostly the same runs of them."""
    said: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for report in reports:
        said[words_of(report.mention.evidence[0].quote)].append(report.mention.article)
    for own in said.values():
        yield from (Tie("sentence", (other, own[0]), 1.0) for other in own[1:])
    runs = {words: runs_of(words, WORDS) for words in said}
    for one, two in alike(runs, ALIKE, least=TELLING):
        share = len(runs[one] & runs[two]) / min(len(runs[one]), len(runs[two]))
        yield Tie("sentence", (said[two][0], said[one][0]), share)


def _texts(reports: Sequence[Report]) -> Iterator[Tie]:
    """Yield articles that were taken from each other as wholes, however they tell this happening."""
    place = {report.mention.article: n for n, report in reversed(list(enumerate(reports)))}
    if len({report.origin for report in reports}) > 1:
        for *pair, part in copies({report.mention.article: report.sketch for report in reports}):
            later, earlier = sorted(pair, key=lambda key: -place[key])
            yield Tie("text", (later, earlier), part)
