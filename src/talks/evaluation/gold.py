"""The gold: what a careful person found in articles, one JSON file an article (docs/quality.md)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from talks.codebook.kinds import load_kinds
from talks.codebook.topics import load_topics
from talks.errors import GoldError
from talks.evaluation.records import Dated, Figure, Happened
from talks.terms import Manner, Precision, Stance, Status

__all__ = ["GoldEvent", "GoldFigure", "GoldFile", "GoldPart", "GoldStatement", "gold_schema", "load_gold"]

CORRECT: Final = "correct the file; docs/quality.md shows what gold looks like"
PLAINER: Final = {"extra_forbidden": "there is no such field", "model_type": "it is no JSON object"}
STRICT: Final = ConfigDict(frozen=True, extra="forbid")


class GoldDate(Dated):
    """When an article appeared; no date means that it can't be told."""

    model_config = STRICT
    precision: Precision | None = None
    basis: str | None = None


class GoldFigure(Figure):
    """A figure that belongs to a happening."""

    model_config = STRICT
    from_party: Annotated[str | None, Field(alias="from")] = None
    to_party: Annotated[str | None, Field(alias="to")] = None
    each: bool = False


class GoldEvent(Happened):
    """A happening that the article tells of, and a few of its words that show it."""

    model_config = STRICT
    status: Status
    precision: Precision | None = None
    counts: tuple[GoldFigure, ...] = ()
    canon: str | None = None
    role: str | None = None
    evidence: Annotated[str, Field(min_length=1)]


class GoldStatement(BaseModel):
    """An utterance that the article credits to somebody, and a few of its words."""

    model_config = STRICT
    speaker: Annotated[str, Field(min_length=1)]
    party: str | None = None
    manner: Manner | None = None
    topics: tuple[str, ...] = ()
    stance: Stance | None = None
    via: str | None = None
    evidence: Annotated[str, Field(min_length=1)]


class GoldPart(BaseModel):
    """One article: the whole of a file, or what begins in it with the words `starts`."""

    model_config = STRICT
    starts: str | None = None
    title: str | None = None
    published: GoldDate | None = None
    events: tuple[GoldEvent, ...] = ()
    statements: tuple[GoldStatement, ...] = ()


class GoldFile(GoldPart):
    """The gold of one file."""

    id: Annotated[str, Field(min_length=1)]
    file: Annotated[str, Field(min_length=1)]
    outlet: str | None = None
    url: str | None = None
    query: str | None = None
    chars: int | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    parts: tuple[GoldPart, ...] = ()

    @model_validator(mode="after")
    def _holds_something(self) -> GoldFile:
        if self.parts and (self.events or self.statements or self.published):
            raise ValueError("what belongs to a part stands in it, not beside `parts`")
        if not self.model_fields_set & {"events", "statements", "parts"}:
            raise ValueError("there are neither `events` nor `statements` nor `parts`")
        return self

    @property
    def articles(self) -> tuple[GoldPart, ...]:
        """The articles of the file."""
        return self.parts or (self,)


def gold_schema() -> dict[str, Any]:
    """Return the JSON Schema of a gold file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return head | GoldFile.model_json_schema(by_alias=True)


def load_gold(folder: Path) -> list[GoldFile]:
    """Read all gold of a folder, by name; what is wrong is told by file and field."""
    if not folder.is_dir():
        raise GoldError(folder, "it is no folder", "name the folder that holds the gold")
    found = [_load(path) for path in sorted(folder.glob("*.json"))]
    if not found:
        raise GoldError(folder, "it holds no gold (*.json)", "docs/quality.md shows how to make some")
    seen: dict[str, str] = {}
    for path, gold in found:
        if gold.id in seen:
            raise GoldError(path, f"id: {gold.id!r} is that of {seen[gold.id]} too", "give it one of its own")
        seen[gold.id] = path.name
    worlds = _worlds(folder.resolve().parent / "canon.json")
    return [_tagged(gold, worlds) for _, gold in found]


def _worlds(path: Path) -> dict[str, str]:
    """Read the world of each slug of `canon`, from a file that may stand beside the gold."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return {slug: row["world"] for slug, row in rows.items() if "world" in row}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise GoldError(path, f"it holds no slugs with their world ({error})", CORRECT) from error


def _tagged(gold: GoldFile, worlds: Mapping[str, str]) -> GoldFile:
    """Tag a file that has no tag with the world of most of its events."""
    slugs = (event.canon for part in gold.articles for event in part.events)
    known = Counter(worlds[slug] for slug in slugs if slug and slug in worlds)
    if gold.tags or not known:
        return gold
    return gold.model_copy(update={"tags": (known.most_common(1)[0][0],)})


def _load(path: Path) -> tuple[Path, GoldFile]:
    try:
        gold = GoldFile.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldError(path, f"it can't be read as JSON ({error})", CORRECT) from error
    except ValidationError as error:
        raise GoldError(path, _fault(error), CORRECT) from error
    for fault in _unknown(gold):
        raise GoldError(path, fault, CORRECT)
    return path, gold


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    told = first["msg"].removeprefix("Value error, ")
    told = PLAINER.get(first["type"], told)
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{key}: {told}{more}" if key else f"{told}{more}"


def _unknown(gold: GoldFile) -> Iterator[str]:
    """Yield kinds and topics that the codebook does not have."""
    kinds, topics = load_kinds(), load_topics().names
    for part in gold.articles:
        for n, event in enumerate(part.events):
            if event.kind not in kinds:
                yield f"events.{n}.kind: {event.kind!r} is none of {', '.join(kinds)}"
        for n, statement in enumerate(part.statements):
            for topic in set(statement.topics) - set(topics):
                yield f"statements.{n}.topics: {topic!r} is none of {', '.join(topics)}"
