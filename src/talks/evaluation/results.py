"""Gold and export, article by article: what was found, missed, and told without ground."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from talks.evaluation.alike import plain_text
from talks.evaluation.days import is_right
from talks.evaluation.exported import Export, ExportedArticle
from talks.evaluation.gold import GoldFile, GoldPart
from talks.evaluation.happenings import Happenings, match_happenings
from talks.evaluation.utterances import Utterances, match_utterances

__all__ = ["PartResult", "evaluate"]


@dataclass(frozen=True, slots=True)
class PartResult:
    """How one article of the gold was read.

    `published` is None where the gold doesn't tell the date, or the article is absent from the export;
    `astray` are fragments of the gold that the article's text doesn't hold; `verbatim` tells of each quote
    of the export whether the text holds it.
    """

    file: GoldFile
    gold: GoldPart
    present: bool
    published: bool | None
    happenings: Happenings
    utterances: Utterances
    astray: tuple[str, ...]
    verbatim: tuple[bool, ...]

    @property
    def name(self) -> str:
        """The id of the gold file, and the number of the part if it has several."""
        parts = self.file.articles
        return self.file.id if len(parts) == 1 else f"{self.file.id}.{parts.index(self.gold) + 1}"

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the gold file, and the form of its article."""
        form = PurePosixPath(self.file.file).suffix.removeprefix(".").lower()
        return (*self.file.tags, form) if form else self.file.tags


def evaluate(gold: Iterable[GoldFile], export: Export) -> list[PartResult]:
    """Hold an export against the gold."""
    return [
        _part(file, part, articles, export)
        for file in gold
        for part, articles in zip(file.articles, export.articles_of(file), strict=True)
    ]


def _part(file: GoldFile, part: GoldPart, articles: list[ExportedArticle], export: Export) -> PartResult:
    text = plain_text(" ".join(article.text for article in articles))
    mentions = [mention for article in articles for mention in export.mentions[article.id]]
    statements = [statement for article in articles for statement in export.statements[article.id]]
    published = is_right(part.published, articles[0].published) if part.published and articles else None
    evidence = [one.evidence for one in statements] + [one.evidence for one in mentions]
    quotes = [plain_text(quote.text) for quote in evidence]
    fragments = [one.evidence for one in part.events] + [one.evidence for one in part.statements]
    return PartResult(
        file=file,
        gold=part,
        present=bool(articles),
        published=published,
        happenings=match_happenings(part.events, mentions),
        utterances=match_utterances(part.statements, statements, text),
        astray=tuple(words for words in fragments if articles and plain_text(words) not in text),
        verbatim=tuple(bool(quote) and quote in text for quote in quotes),
    )
