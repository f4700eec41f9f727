"""Our pages as a plugin of Datasette: it does something for a `TalksDatasette`, and nothing for any other."""

from __future__ import annotations

import asyncio
import sys
from contextvars import ContextVar
from typing import Any, Final
from urllib.parse import unquote

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from talks.errors import UnknownRecordError
from talks.render.harmless import STEERING, harmless
from talks.render.html.nonces import give_nonces
from talks.render.html.served import ASSETS, read_asset
from talks.serving.routes import LISTS, RECORDS, Site
from talks.store import keep_bytes_back

__all__ = ["DATABASE", "NONCE", "TalksDatasette"]

DATABASE: Final = "data"  # how addresses call it, whatever the name of the file
NONCE: ContextVar[str] = ContextVar("nonce", default="")  # of the response that is being made
SETTINGS: Final = {
    "allow_download": False,
    "default_cache_ttl": 0,  # the database is live
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 1000,
    "facet_time_limit_ms": 200,
    "truncate_cells_html": 300,
}
ABOUT: Final = {
    "title": "talks: every table and view",
    "description": "What the pages of talks are made from. It can be filtered, asked with SQL, and taken as "
    "CSV and JSON; nothing can be written.",
    "databases": {DATABASE: {"tables": {"bodies": {"hidden": True, "allow": False}}}},
}
ADDRESSES: Final = (
    r"^/(?P<page>)(?P<json>index\.json)?$",
    rf"^/(?P<page>{'|'.join(LISTS)})(?P<json>\.json)?$",
    rf"^/(?P<page>{'|'.join(RECORDS)})/(?P<key>[^/]+?)(?P<json>\.json)?$",
)
ELSEWHERE: Final = r"^/(?!data(?:[/.]|$)|-/|favicon\.ico$)"  # neither ours nor Datasette's


class TalksDatasette(Datasette):  # type: ignore[misc]  # it ships no types
    """A Datasette of one database of ours, which can't be written to or downloaded, with our pages."""

    def __init__(self, site: Site) -> None:
        super().__init__(settings=SETTINGS, metadata=ABOUT)
        self.site = site
        self.remove_database("_memory")
        self.add_database(Database(self, str(site.path.absolute()), is_mutable=True), name=DATABASE)


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Any]]:
    """Put our pages before those of Datasette."""
    if not isinstance(datasette, TalksDatasette):
        return []
    pages = [(address, _page) for address in ADDRESSES]
    return [*pages, (r"^/-/talks/(?P<name>[a-z]+\.[a-z]+)$", _asset), (ELSEWHERE, _nowhere)]


async def _page(request: Any, datasette: TalksDatasette) -> Response:
    asked = request.url_vars
    args = {name: request.args.getlist(name) for name in request.args}
    key = unquote(asked.get("key") or "")
    sent = await asyncio.to_thread(datasette.site.reply, asked["page"], key, args, json=bool(asked["json"]))
    return Response(sent.body, status=sent.status.value, headers=dict(sent.headers), content_type=sent.media)


async def _nowhere(request: Any, datasette: TalksDatasette) -> Response:
    error = UnknownRecordError(unquote(request.path), "there is no such page", "follow one of these")
    sent = await asyncio.to_thread(datasette.site.refuse, error, json=request.path.endswith(".json"))
    return Response(sent.body, status=sent.status.value, content_type=sent.media)


async def _asset(request: Any) -> Response:
    name = request.url_vars["name"]
    if name not in ASSETS:
        return Response("there is no such file\n", status=404)
    return Response(read_asset(name), content_type=f"{ASSETS[name]}; charset=utf-8")


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Datasette) -> None:
    """Let the scripts in Datasette's templates run, and no others."""
    if isinstance(datasette, TalksDatasette):
        give_nonces(env, NONCE.get)


@hookimpl
def prepare_connection(conn: Any, datasette: Datasette) -> None:
    """Keep the bytes that were fetched from any query."""
    if isinstance(datasette, TalksDatasette):
        keep_bytes_back(conn)


@hookimpl
def render_cell(value: Any, datasette: Datasette) -> str | None:
    """Show signs that steer the reading as what they are; all else as Datasette does."""
    if isinstance(datasette, TalksDatasette) and isinstance(value, str) and STEERING.search(value):
        return "\n".join(map(harmless, value.split("\n")))
    return None


@hookimpl
def menu_links(datasette: Datasette) -> list[dict[str, str]]:
    """Lead from Datasette's pages back to ours."""
    if not isinstance(datasette, TalksDatasette):
        return []
    return [{"href": "/", "label": "State"}, {"href": "/timeline", "label": "Timeline"}]


pm.register(sys.modules[__name__], name=__name__)
