"""From an address to what is sent: the pages there are, and how an answer or an error is written."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any, Final

from talks.errors import StoreError, TalksError, UnknownRecordError, UsageError
from talks.render.html.served import Drawing
from talks.render.records import json_text
from talks.serving import front, ledgers, listings, records
from talks.serving.answers import Answer, Asked, Page
from talks.serving.fields import fields_of
from talks.serving.queries import Query, Slice
from talks.serving.surveys import Surveys
from talks.store import Store, open_store, state_of
from talks.views.frames import load_frames

__all__ = ["LISTS", "RECORDS", "Reply", "Site"]

RANGE: Final = ("since", "until")
FRONT: Final = Page("front", "State", front.front, ("dossier", "as_of"))
LISTS: Final = {
    "timeline": Page(
        "timeline",
        "Timeline",
        listings.timeline,
        (*RANGE, "kind", "status", "party", "place", "source", "as_of"),
    ),
    "swaps": Page("swaps", "Exchanges", ledgers.swaps, (*RANGE, "kind", "party", "as_of")),
    "positions": Page(
        "positions", "Positions", ledgers.positions, (*RANGE, "party", "topic", "speaker", "as_of")
    ),
    "promises": Page("promises", "Promises", ledgers.promises, ("state", "party", "as_of")),
    "agenda": Page("agenda", "Agenda", ledgers.agenda, (*RANGE, "kind", "party", "as_of")),
    "conflicts": Page(
        "conflicts", "Disagreements", ledgers.conflicts, (*RANGE, "kind", "party", "place", "as_of")
    ),
    "changes": Page("changes", "New", listings.changes, ("since", "by", "kind", "party")),
    "actors": Page("actors", "Actors", listings.actors, (*RANGE, "party")),
    "articles": Page("articles", "Articles", listings.articles, (*RANGE, "source")),
    "search": Page(
        "search",
        "Search",
        listings.search,
        ("q", "record", *RANGE, "kind", "status", "party", "place", "speaker", "topic", "source"),
    ),
}
RECORDS: Final = {
    "event": Page("event", "Event", records.event, ("as_of",)),
    "statement": Page("statement", "Statement", records.statement),
    "article": Page("article", "Article", records.article),
    "actor": Page("actor", "Actor", records.actor),
}
REPORT: Final = "please report this with what the server wrote"
LISTED: Final = tuple((f"/{name}", page.name) for name, page in LISTS.items() if name != "search")
MENU: Final = (("/", "State"), *LISTED, ("/data", "Tables"))
HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent: bytes of a media type, with a status, and links to the pages before and after."""

    body: str
    media: str = HTML
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


class Site:
    """The pages of one database; every request opens it anew, and so sees what was ingested meanwhile."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._surveys = Surveys()
        self._drawing: Drawing | None = None
        self._lock = Lock()

    def reply(self, name: str, key: str, args: Mapping[str, Sequence[str]], *, json: bool) -> Reply:
        """Answer a request of a page by its name; `key` names the record, if the page is of one."""
        page = RECORDS.get(name) or LISTS.get(name) or FRONT
        here = f"/{name}"
        try:
            state = state_of(self.path)
            with open_store(self.path, mode="read") as store:
                query = Query.read(args, page.filters)
                answer = page.answer(Asked(store, state, query, self._surveys, key))
                if json:
                    return _json(answer, query)
                return Reply(self._page(page, answer, query, store, here, key))
        except TalksError as error:
            return self.refuse(error, json=json)
        except Exception as error:  # noqa: BLE001 - a fault of ours ends one request, not the server
            traceback.print_exc()
            return self.refuse(TalksError("", f"talks failed ({type(error).__name__})", REPORT), json=json)

    def _page(self, page: Page, answer: Answer, query: Query, store: Store, here: str, key: str) -> str:
        path = f"{here}/{key}" if key else here
        return self._drawn(store).draw(
            page.template,
            title=answer.title,
            here=here,
            menu=MENU,
            json=f"{path if here != '/' else '/index'}.json{query.written()}",
            query=query,
            slice=query.sliced,
            filters=[] if page is FRONT else fields_of(page.filters, query, store),
            **answer.shown(),
        )

    def _drawn(self, store: Store) -> Drawing:
        """Return what draws the pages; made anew if another negotiation came in."""
        frames = load_frames(store)
        with self._lock:
            if self._drawing is None or self._drawing.frames != frames:
                self._drawing = Drawing(frames)
            return self._drawing

    def refuse(self, error: TalksError, *, json: bool) -> Reply:
        """Say what is wrong, and what to do."""
        status = _status(error)
        if json:
            told = {"error": error.what, "where": error.where, "remedy": error.remedy}
            return Reply(json_text(told, indent=2) + "\n", JSON, status)
        shown = {"where": error.where, "what": error.what, "remedy": error.remedy}
        drawing = self._drawing or Drawing(())
        body = drawing.draw(
            "error",
            title=status.phrase,
            here="",
            menu=MENU,
            json="",
            query=Query({}),
            slice=Slice(),
            filters=[],
            **shown,
        )
        return Reply(body, status=status)


def _json(answer: Answer, query: Query) -> Reply:
    links = [
        f'<{query.to_page(number)}>; rel="{name}"'
        for name, number, there in (
            ("prev", query.sliced.number - 1, query.sliced.number > 1),
            ("next", query.sliced.number + 1, query.sliced.more),
        )
        if there
    ]
    fields: Any = answer.fields()
    headers = {"Link": ", ".join(links)} if links else {}
    return Reply(json_text(fields, indent=2) + "\n", JSON, headers=headers)


def _status(error: TalksError) -> HTTPStatus:
    if isinstance(error, UnknownRecordError):
        return HTTPStatus.NOT_FOUND
    if isinstance(error, UsageError):
        return HTTPStatus.BAD_REQUEST
    return (
        HTTPStatus.SERVICE_UNAVAILABLE if isinstance(error, StoreError) else HTTPStatus.INTERNAL_SERVER_ERROR
    )
