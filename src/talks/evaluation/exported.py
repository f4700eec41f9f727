"""An export, as `talks export --format jsonl` writes it, read back to be held against the gold."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError

from talks.errors import GoldError
from talks.evaluation.alike import plain_text
from talks.evaluation.gold import GoldFile
from talks.evaluation.records import Dated, Happened

__all__ = ["Export", "ExportedArticle", "ExportedMention", "ExportedStatement", "read_export"]

OPENING = 400  # characters among which a part shows its first words


class ExportedEvidence(BaseModel):
    """The words that show a record."""

    model_config = ConfigDict(frozen=True)

    text: str = ""
    rule: str | None = None


class ExportedArticle(BaseModel):
    """An article of an export."""

    model_config = ConfigDict(frozen=True)

    id: str
    path: str | None = None
    part: int | None = None
    published: Dated = Dated()
    text: str = ""


class ExportedMention(Happened):
    """A mention of an export."""

    id: str
    article: str
    event: str | None = None
    evidence: ExportedEvidence = ExportedEvidence()


class ExportedStatement(BaseModel):
    """A statement of an export."""

    model_config = ConfigDict(frozen=True)

    id: str
    article: str
    speaker: str | None = None
    party: str | None = None
    manner: str | None = None
    topics: tuple[str, ...] = ()
    stance: str | None = None
    evidence: ExportedEvidence = ExportedEvidence()


@dataclass(slots=True)
class Export:
    """The records of an export, by article."""

    articles: list[ExportedArticle] = field(default_factory=list)
    mentions: defaultdict[str, list[ExportedMention]] = field(default_factory=lambda: defaultdict(list))
    statements: defaultdict[str, list[ExportedStatement]] = field(default_factory=lambda: defaultdict(list))

    def articles_of(self, gold: GoldFile) -> list[list[ExportedArticle]]:
        """Return the articles that each article of a gold file is held against: none, or one, or several.

        A file that the gold takes for one article may have been read as several.
        """
        mine = self._named(gold.file)
        if not gold.parts:
            return [mine]
        mine.sort(key=lambda article: article.part or 0)
        found = []
        for n, part in enumerate(gold.parts):
            start = plain_text(part.starts or "")
            begun = (one for one in mine if start and start in plain_text(one.text)[:OPENING])
            one = next(begun, mine[n] if n < len(mine) else None)
            found.append([one] if one else [])
        return found

    def _named(self, file: str) -> list[ExportedArticle]:
        """Return the articles of a file: by its path, else its name, else its name without suffix."""
        wanted = PurePosixPath(file)
        paths = [(article, PurePosixPath(article.path or "")) for article in self.articles]
        by_path = [one for one, path in paths if path.parts[-len(wanted.parts) :] == wanted.parts]
        by_name = [one for one, path in paths if path.name == wanted.name]
        return by_path or by_name or [one for one, path in paths if path.stem == wanted.stem]


def read_export(lines: Iterable[str], where: object) -> Export:
    """Read an export; what is no record of one is a `GoldError` that names the line."""
    export = Export()
    for number, line in enumerate(lines, start=1):
        try:
            _take(export, line)
        except (json.JSONDecodeError, ValidationError, AttributeError) as error:
            what = "it is no record of an export"
            if isinstance(error, ValidationError):
                first = error.errors()[0]
                what = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
            remedy = "name what `talks export --format jsonl` or `talks eval --save` wrote"
            raise GoldError(f"{where}:{number}", what, remedy) from error
    return export


def _take(export: Export, line: str) -> None:
    if not line.strip():
        return
    row = json.loads(line)
    match row.get("record"):
        case "article":
            export.articles.append(ExportedArticle.model_validate(row))
        case "mention":
            mention = ExportedMention.model_validate(row)
            export.mentions[mention.article].append(mention)
        case "statement":
            statement = ExportedStatement.model_validate(row)
            export.statements[statement.article].append(statement)
