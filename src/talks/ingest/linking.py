"""Link mentions into events: of a changed article only what it bears upon, all in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from talks.codebook import Codebook
from talks.ingest.engine import ROOMS, engine_id
from talks.link import Board, Linker, Report, keys_of
from talks.link.credits import Agencies, find_agencies, origins_of, outlet_of
from talks.link.sketches import sketch
from talks.link.wishes import Key, wishes_beside
from talks.models import Mention
from talks.paging import paged
from talks.store import Linkable, Store, next_key
from talks.views.chains import keep_agencies
from talks.views.knowledge import Around, keep_around

__all__ = ["relink"]

BATCH: Final = 500  # articles or mentions that are looked at together
LINKED_BY: Final = "linked_by"  # the note of what the events were linked by
NOWHERE: Final[frozenset[str]] = frozenset()


def relink(store: Store, codebook: Codebook) -> bool:
    """Link anew if articles have changed since the last time; tell whether that was so."""
    linker = engine_id((*ROOMS, "ingest", "link"))
    with store.transaction():
        if store.recall(LINKED_BY) != linker:
            store.forget_links()
            store.remember(LINKED_BY, linker)
        if not store.links_stale:
            return False
        _Relinking(store, codebook).run()
    return True


class _Relinking:
    """One run of linking what has changed."""

    def __init__(self, store: Store, codebook: Codebook) -> None:
        self.store = store
        self.agencies: Agencies = find_agencies(codebook)
        self.around: Around = _around(codebook)
        keep_around(store, self.around)
        keep_agencies(store, self.agencies)

    def run(self) -> None:
        """Link all articles that have changed, and what they, or what was lost of them, bear upon."""
        store, changed, orphaned = self.store, self.store.stale_articles(), self.store.stale_events()
        whole = not any(store.events(limit=1))
        touched = set(store.mentions_of(orphaned))
        for some in paged(changed, BATCH):
            lost = self.store.keys_of(some)
            beside = (other for key in lost for other in wishes_beside(key, self._seek) if other)
            touched.update(store.sharing([*lost, *beside]))
        for some in paged(changed, BATCH):
            for article in some:
                touched.update(self._keep(article))
        if not whole:
            touched = self._reach(touched)
        store.save_events((), replacing=orphaned)
        self._save(touched)

    def _reach(self, changed: Collection[str]) -> set[str]:
        """Return all mentions that changed ones bear upon."""
        reached = set(changed)
        for some in paged(self.store.in_order(changed), BATCH):
            board = Board(fetch=self._fetch, seek=self._seek)
            clues = [board.put(report) for report in self._reports(some)]
            for clue in Linker(board).touched(clues):
                reached.update(report.mention.id for report in board.reports(clue))
        return reached

    def _save(self, touched: Collection[str]) -> None:
        """Save the events of all mentions that are touched, and of those that were in an event with them."""
        told: set[str] = set()
        left = self.store.in_order(touched)
        while left:
            some, left = set(left[:BATCH]), left[BATCH:]
            board = Board(fetch=self._fetch, seek=self._seek)
            clues = [board.put(report) for report in self._reports(some - told)]
            events = list(Linker(board).events(clues))
            told.update(mention for event in events for mention in event.mentions)
            gone = self.store.events_of({mention for event in events for mention in event.mentions})
            left += [mention for mention in self.store.mentions_of(gone) if mention not in told]
            self.store.save_events(events, replacing=gone)

    def _keep(self, article: str) -> list[str]:
        """Keep by what the mentions of an article can be looked up, and return them."""
        rows = [] if self.store.superseded_by(article) else list(self._linkable(article))
        self.store.save_linkable(article, rows)
        return [row.mention for row in rows]

    def _linkable(self, article: str) -> Iterator[Linkable]:
        known = self.store.extraction(article)
        origins = origins_of(known.article, known.mentions, known.statements, self.agencies)
        published, kept = known.article.published, sketch(known.article.text)
        outlet = outlet_of(known.article)
        for mention in known.mentions:
            report = Report(mention, published, origins[mention.id], self._holders(mention))
            yield Linkable(mention.id, report.origin, published, keys_of(report), kept, outlet)

    def _fetch(self, keys: Collection[str], known: Collection[str]) -> Iterator[Report]:
        return self._reports(set(self.store.sharing(keys)).difference(known))

    def _seek(self, first: Key, last: Key, back: bool) -> Key | None:
        return next_key(self.store, first, last, back=back)

    def _reports(self, mentions: Collection[str]) -> Iterator[Report]:
        """Yield the reports that some mentions are."""
        known = {row.mention: row for row in self.store.linkable(mentions)}
        for mention in self.store.mentions(ids=known.keys()) if known else ():
            row = known[mention.id]
            yield Report(mention, row.published, row.origin, self._holders(mention), row.sketch, row.outlet)

    def _holders(self, mention: Mention) -> frozenset[str]:
        return self.around.get(mention.place or "", NOWHERE)


def _around(codebook: Codebook) -> Around:
    """Return what holds each place: of a building its city, of a city its region and country."""
    places = (place for world in codebook.worlds for place in world.places.values())
    return {p.name: frozenset(filter(None, (p.within, p.region, p.country))) for p in places}
