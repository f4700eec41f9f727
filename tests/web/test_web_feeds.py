"""Feeds of all shapes name pages, each once."""

import pytest

from talks.errors import ReadError
from talks.readers import Source
from talks.web.feeds import Feed, read_feed

AT = "https://harbour.example/news/feed"
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Post</title><link>https://harbour.example/</link>
<item><title>One</title><link>https://harbour.example/1</link><guid isPermaLink="false">g1</guid>
<content:encoded><![CDATA[<p>Envoys met.</p>]]></content:encoded></item>
<item><title>Two</title><guid>https://harbour.example/2</guid></item>ITEMS</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/x/">
<title>Harbour Post</title>
<link href="https://harbour.example/"/><entry><title>One</title><id>g1</id><link href="../1"/></entry>
<entry><title>Two</title><id>g2</id><link rel="alternate" href="/2"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://harbour.example/"><title>Harbour Post</title><link>https://harbour.example/</link></channel>
<item rdf:about="https://harbour.example/1"><title>One</title><link>https://harbour.example/1</link></item>
<item rdf:about="https://harbour.example/2"><title>Two</title><link>/2</link></item></rdf:RDF>"""
BROKEN = """<rss version="2.0"><channel><title>Harbour Post</title><link>/</link>
<item><title>One & more</title><link>/1</link></item><item><title>Two<b></title><link>/2</link></channel>"""


def read(text: str, encoding: str = "utf-8", charset: str | None = None) -> Feed:
    return read_feed(Source(AT, text.encode(encoding), charset=charset))


def item(link: str, guid: str = "", title: str = "T", more: str = "") -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid>{more}</item>"
    )


def links(*items: str) -> list[str]:
    return [page.url for page in read(RSS.replace("ITEMS", "".join(items))).pages[2:]]


@pytest.mark.parametrize(
    "text", [RSS.replace("ITEMS", ""), ATOM, RDF, BROKEN], ids=["rss", "atom", "rdf", "broken"]
)
def test_feeds_of_all_shapes_name_their_pages(text: str):
    found = read(text)
    assert [page.url for page in found.pages] == ["https://harbour.example/1", "https://harbour.example/2"]
    assert (found.title, found.site, found.unnamed) == ("Harbour Post", "https://harbour.example/", 0)


def test_a_page_that_is_named_twice_is_one():
    assert links(item("/5?utm_source=rss&utm_medium=x"), item("/5#top"), item("/5")) == [
        "https://harbour.example/5"
    ]
    assert links(item("/5", "g5"), item("/other-slug", "g5")) == ["https://harbour.example/5"]


def test_a_name_that_all_entries_share_is_none():
    two = [item("/5", "0", "Five"), item("/6", "0", "Six")]
    assert links(*two) == ["https://harbour.example/5", "https://harbour.example/6"]


@pytest.mark.parametrize("link", ["", "mailto:desk@harbour.example", "javascript:alert(1)", "http://[broken"])
def test_an_entry_without_an_address_is_counted(link: str):
    assert read(RSS.replace("ITEMS", item(link))).unnamed == 1


def test_what_a_feed_says_anew_of_a_page_shows():
    first, second = (
        read(RSS.replace("ITEMS", item("/5", more=f"<description>{n}</description>"))) for n in (1, 2)
    )
    assert first.pages[:2] == second.pages[:2]
    assert first.pages[2].stamp != second.pages[2].stamp


@pytest.mark.parametrize(
    ("declared", "charset"), [("windows-1251", None), ("utf-8", "windows-1251"), (None, "windows-1251")]
)
def test_a_charset_that_is_wrong_or_missing_does_not_garble_headlines(declared, charset):
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    title = "Перемовини у Кастрелі тривають"
    text = f"{head}<rss version='2.0'><channel>{item('/5', title=title)}</channel></rss>"
    assert read(text, "windows-1251", charset).pages[0].title == title


@pytest.mark.parametrize("text", ["<html><body>no</body></html>", "", "<opml/>", "no feed at all"])
def test_what_is_no_feed_is_refused(text: str):
    with pytest.raises(ReadError, match="answers with what is no feed"):
        read(text)


def test_entities_are_refused():
    with pytest.raises(ReadError):
        read('<!DOCTYPE rss [<!ENTITY a "b">]>' + RSS.partition("?>")[2])
