"""The feed of a site is found from any of its pages."""

import pytest
from pytest_httpserver import HTTPServer

from talks.web import Fetcher
from talks.web.discovery import discover

FEED = "<rss version='2.0'><channel><title>Harbour Post</title><item><link>/1</link></item></channel></rss>"


def page(*links: str) -> str:
    return f"<html><head><title> The  Post </title>{''.join(links)}</head><body>…</body></html>"


def link(href: str, title: str = "", kind: str = "application/rss+xml", rel: str = "alternate") -> str:
    return f'<link rel="{rel}" type="{kind}" href="{href}" title="{title}">'


def serve(httpserver: HTTPServer, path: str, text: str) -> str:
    httpserver.expect_request(path).respond_with_data(text, content_type="text/html")
    return httpserver.url_for(path)


def test_an_address_may_be_a_feed(httpserver: HTTPServer, fetcher: Fetcher):
    url = serve(httpserver, "/any", FEED)
    found = discover(fetcher, url)
    assert found.url == url
    assert found.feed is not None
    assert found.feed.title == "Harbour Post"


def test_of_several_feeds_the_first_that_is_of_no_comments_is_taken(httpserver: HTTPServer, fetcher: Fetcher):
    named = [
        link("/comments/feed", "Post » Comments Feed"),
        link("missing.xml"),
        link("news.xml", "News", "application/atom+xml; charset=utf-8", "feed ALTERNATE"),
        link("sport.xml", "Sport"),
        link("news.xml", "again"),
        link("/page", kind="text/html"),
    ]
    url = serve(httpserver, "/en/", page(*named))
    for path in ("/comments/feed", "/en/news.xml", "/en/sport.xml"):
        serve(httpserver, path, FEED)
    found = discover(fetcher, url)
    assert found.url == httpserver.url_for("/en/news.xml")
    assert [offer.title for offer in found.others] == ["Post » Comments Feed", None, "Sport"]


def test_a_base_counts(httpserver: HTTPServer, fetcher: Fetcher):
    serve(httpserver, "/deep/feed.xml", FEED)
    url = serve(httpserver, "/", page('<base href="/deep/">', link("feed.xml")))
    assert discover(fetcher, url).url == httpserver.url_for("/deep/feed.xml")


@pytest.mark.parametrize("path", ["/news/rss.xml", "/feed", "/index.xml"])
def test_else_feeds_are_looked_for_where_they_usually_are(
    httpserver: HTTPServer, fetcher: Fetcher, path: str
):
    serve(httpserver, path, FEED)
    url = serve(httpserver, "/news/today.html", page())
    assert discover(fetcher, url).url == httpserver.url_for(path)


@pytest.mark.parametrize("text", [page(), "", "no markup"])
def test_a_page_may_have_none(httpserver: HTTPServer, fetcher: Fetcher, text: str):
    url = serve(httpserver, "/", text)
    assert discover(fetcher, url).feed is None
