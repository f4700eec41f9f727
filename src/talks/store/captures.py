"""Where articles were found, what was claimed of them there, and which claim counts.

The choice among captures depends on the set of them, never on the order in which they came.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from talks.models import Article, Basis, Precision, When
from talks.store.rows import claims_row

__all__ = ["Capture", "choose", "fingerprint", "merge"]

STRENGTH: Final = tuple(Basis)  # strongest first
FINENESS: Final = tuple(Precision)


@dataclass(frozen=True, slots=True)
class Capture:
    """That an article's text was found at a locator at a time, with what was claimed of it there.

    `captured_at` needs a time zone; the first and the last time at which the text was found there are kept.
    `superseded_by` is the article that took its place at that locator, and `reread_as` the one that newer
    readers read from the same bytes; `told_path` and `told_part` are where
    the export that stands at the locator says that the text was found.
    """

    article: str
    locator: str
    captured_at: dt.datetime
    part: int | None = None
    seen_at: dt.datetime | None = None
    bytes_sha256: str | None = None
    encoding: str | None = None
    superseded_by: str | None = None
    reread_as: str | None = None
    told_path: str | None = None
    told_part: int | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str = "en"
    published: When = field(default_factory=When)

    @classmethod
    def of(
        cls,
        article: Article,
        captured_at: dt.datetime,
        *,
        bytes_sha256: str | None = None,
        encoding: str | None = None,
        told: tuple[str, int | None] | None = None,
    ) -> Capture:
        """Record that an article was read at its `path`, with what it says there."""
        if article.path is None:
            raise ValueError(f"{article.id} has no path, so nobody could find it again")
        return cls(
            article=article.id,
            locator=article.path,
            part=article.part,
            captured_at=captured_at,
            bytes_sha256=bytes_sha256,
            encoding=encoding,
            told_path=told[0] if told else None,
            told_part=told[1] if told else None,
            title=article.title,
            outlet=article.outlet,
            byline=article.byline,
            url=article.url,
            language=article.language,
            published=article.published,
        )

    @property
    def last_seen(self) -> dt.datetime:
        """When the text was last found there."""
        return self.seen_at or self.captured_at

    @property
    def slot(self) -> tuple[str, int]:
        """The place that one text at a time can take."""
        return (self.locator, -1 if self.part is None else self.part)

    @property
    def source(self) -> tuple[str, int | None]:
        """The path and the part as which it is known: those that an export tells, else its own."""
        return (self.locator, self.part) if self.told_path is None else (self.told_path, self.told_part)


def fingerprint(article: Article) -> str:
    """Digest what extraction depends on beside the text."""
    claims = json.dumps(claims_row(article), ensure_ascii=False)
    return hashlib.sha256(claims.encode()).hexdigest()[:16]


def _date_order(when: When) -> tuple[object, ...]:
    """Order dates of publication: the strongest basis, then the earliest, then the finest."""
    far = dt.date.max
    words = (when.phrase.start, when.phrase.end) if when.phrase else (-1, -1)
    edges = (when.earliest or far, when.latest or far)
    return (STRENGTH.index(when.basis), *edges, FINENESS.index(when.precision), *words)


def choose(captures: Iterable[Capture]) -> dict[str, Any]:
    """Choose what counts of an article among its captures.

    The date of publication is that with the strongest basis, then the earliest; all else is that of the
    smallest locator that says it, current ones first.
    """
    ranked = sorted(captures, key=lambda c: (c.superseded_by is not None, *c.slot))
    chosen: dict[str, Any] = {
        name: next((value for c in ranked if (value := getattr(c, name)) is not None), None)
        for name in ("title", "outlet", "byline", "url", "language")
    }
    published = min((c.published for c in ranked), key=_date_order)
    path, part = ranked[0].source
    return chosen | {"path": path, "part": part, "published": published}


def merge(old: Capture | None, new: Capture) -> Capture:
    """Join two captures of one text at one place: first and last time, and the later claims.

    A date that a person gave stays until a person gives another.
    """
    if old is None:
        return new
    first, last = min(old.captured_at, new.captured_at), max(old.last_seen, new.last_seen)
    later, earlier = (new, old) if new.last_seen >= old.last_seen else (old, new)
    given = earlier.published.basis is Basis.GIVEN and later.published.basis is not Basis.GIVEN
    published = earlier.published if given else later.published
    superseded = old.superseded_by
    return replace(later, captured_at=first, seen_at=last, published=published, superseded_by=superseded)
