"""A site with an invented paper: its articles are made from templates, and its feed names them."""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field
from html import escape

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

FIRST = dt.date(2023, 1, 1)
PLACES = ("Castrel", "Belmora", "Sankt Orlen", "Dravo")
TALKS = """<p>Delegations of Norland and Sudria held talks about a ceasefire in {place} on {day}.</p>
<p>"The talks lasted {hours} hours," Torvald Ekre, the spokesman of Norland, told reporters.</p>
<p>Sudria said that a ceasefire was still far away.</p>"""
MATCH = """<p>Harvik won its match of {day} by {hours} goals, and the fans sang on the quay until late.</p>
<p>The trainer was glad of the second half, and said that the team would rest for some days.</p>"""


@dataclass
class Site:
    """What is served: pages by path, those that the feed names, and what was asked."""

    server: HTTPServer
    pages: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    asked: list[tuple[str, bool, int]] = field(default_factory=list)  # path, whether conditional, answer
    gone: set[str] = field(default_factory=set)
    guid: str = ""  # what the feed calls each of its entries

    def __post_init__(self) -> None:
        self.server.expect_request(re.compile(".*")).respond_with_handler(self._answer)

    @property
    def feed(self) -> str:
        """The address of the feed."""
        return self.server.url_for("/feed.xml")

    def publish(self, n: int, *, path: str | None = None, hours: int = 3, relevant: bool = True) -> str:
        """Publish the nth article, and name it in the feed."""
        path = path or f"/{n:03}.html"
        day = FIRST + dt.timedelta(days=3 * n)
        words = (TALKS if relevant else MATCH).format(
            place=PLACES[n % len(PLACES)], day=f"{day.day} {day:%B %Y}", hours=hours
        )
        title = f"{'Envoys meet' if relevant else 'Harvik wins'}, day {n}"
        date = f'<meta property="article:published_time" content="{day}T18:00:00Z">'
        head = f"<title>{title}</title>{date}"
        self.pages[path] = f"<html><head>{head}</head><article><h1>{title}</h1>{words}</article></html>"
        if path not in self.named:
            self.named.append(path)
        return path

    def conditional(self) -> bool:
        """Tell whether all that was asked since the last time was asked conditionally, and was unchanged."""
        asked = [entry for entry in self.asked if entry[0] != "/robots.txt"]
        self.asked.clear()
        return bool(asked) and all(conditional and status == 304 for _, conditional, status in asked)

    def _answer(self, request: Request) -> Response:
        response = self.found(request)
        conditional = "If-None-Match" in request.headers
        self.asked.append((request.path, conditional, response.status_code))
        return response

    def found(self, request: Request) -> Response:
        if request.path in self.gone:
            return Response(status=410)
        text = self.rss() if request.path == "/feed.xml" else self.pages.get(request.path)
        if text is None:
            return Response(status=404)
        tag = hashlib.sha256(text.encode()).hexdigest()[:12]
        if request.if_none_match.contains(tag):
            return Response(status=304, headers={"ETag": f'"{tag}"'})
        kind = "application/rss+xml" if request.path == "/feed.xml" else "text/html"
        return Response(text, content_type=kind, headers={"ETag": f'"{tag}"'})

    def rss(self) -> str:
        name = f"<guid isPermaLink='false'>{self.guid}</guid>" if self.guid else ""
        items = "".join(
            f"<item><title>{path}</title><link>{escape(path)}</link>{name}</item>" for path in self.named
        )
        return f"<rss version='2.0'><channel><title>Harbour Post</title>{items}</channel></rss>"
