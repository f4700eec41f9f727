"""Derive again what an older engine derived: from kept bytes what they hold, from stored texts their records.

Each article is saved in a transaction of its own, together with what that changed, so a run that is
interrupted or killed goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from talks.extraction import extract
from talks.models import Article, Basis, Extraction, When
from talks.readers import Source
from talks.store import (
    Capture,
    Fetched,
    KeptFetch,
    Rederived,
    engine_of,
    keep_rederived,
    load_body,
    unread,
)
from talks.views.comparison import Difference, compare

if TYPE_CHECKING:
    from talks.ingest.intake import Intake

__all__ = ["catch_up", "derive"]


def catch_up(intake: Intake) -> None:
    """Read kept bytes again that other readers read, and then extract again what waits for it."""
    for n, kept in enumerate(pages := unread(intake.store, intake.reader), 1):
        intake.watch(f"{kept.locator} ({n:,} of {len(pages):,} pages)")
        with intake.guarded(None, kept.locator):
            _read_again(intake, kept)
    for n, key in enumerate(waiting := intake.store.unextracted(intake.engine), 1):
        article = intake.store.article(key)
        where = article.path or key
        intake.watch(f"{where} ({n:,} of {len(waiting):,} articles)")
        with intake.guarded(None, where):
            derive(intake, article)
            intake.tally.reread += 1


def derive(intake: Intake, article: Article, capture: Capture | None = None) -> None:
    """Extract and save the records of an article; keep what of them another engine had told otherwise."""
    store, extraction = intake.store, extract(article, intake.codebook)
    with store.transaction():
        upgraded = engine_of(store, article.id) not in (None, "", intake.engine)
        before = store.extraction(article.id) if upgraded else None
        store.save(extraction, capture, engine=intake.engine)
        if before:
            _keep(intake, before, store.extraction(article.id))


def _read_again(intake: Intake, kept: KeptFetch) -> None:
    """Read kept bytes as if they came again; what they were taken for until now stays, superseded."""
    store, known = intake.store, _taken_for(intake, kept)
    aside, before = {found.locator for found in store.set_asides()}, len(intake.tally.set_aside)
    with store.transaction():
        # A date that a person gave for the page holds, whatever text is read from it now.
        replace(intake, published=_given(intake, kept)).take(_source(intake, kept))
        for slot, article in _taken_for(intake, kept).items():
            if slot in known and article != known[slot]:
                _keep(intake, store.extraction(known[slot]), store.extraction(article))
    if kept.locator in aside:  # it is no news that nothing can be read from it
        del intake.tally.set_aside[before:]


def _taken_for(intake: Intake, kept: KeptFetch) -> dict[tuple[str, int], str]:
    """Return the articles, by their place, that were read last from kept bytes."""
    found = intake.store.captures(locator=kept.locator)
    return {c.slot: c.article for c in found if c.bytes_sha256 == kept.sha256 and not c.reread_as}


def _given(intake: Intake, kept: KeptFetch) -> When | None:
    """Return the date that a person gave when these bytes came."""
    found = intake.store.captures(locator=kept.locator)
    dates = (c.published for c in found if c.bytes_sha256 == kept.sha256)
    return next((when for when in dates if when.basis is Basis.GIVEN), None)


def _source(intake: Intake, kept: KeptFetch) -> Source:
    data = load_body(intake.store, kept.sha256)
    found = Fetched(
        asked=kept.asked,
        url=kept.url,
        status=kept.status,
        data=data,
        at=kept.seen_at,
        media=kept.media,
        charset=kept.charset,
        headers=kept.headers,
        first=kept.fetched_at,
    )
    return Source(kept.locator, data, media=kept.media, charset=kept.charset, fetched=found)


def _keep(intake: Intake, before: Extraction, after: Extraction) -> None:
    version = f"{intake.engine} {intake.reader}"
    keep_rederived(intake.store, version, _rows(after.article.id, compare(before, after)))
    intake.tally.upgraded += 1


def _rows(article: str, found: Iterable[Difference]) -> Iterator[Rederived]:
    for difference in found:
        told = difference.after or difference.before
        before, after = (
            record.model_dump(mode="json") if record else None
            for record in (difference.before, difference.after)
        )
        if told:
            change = (difference.record, told.id, difference.change, difference.fields)
            yield Rederived(article, *change, before, after)
