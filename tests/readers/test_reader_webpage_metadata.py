"""What a page says of itself, and when it says that it was published."""

from __future__ import annotations

import json

import pytest

from talks.piece import Piece
from talks.readers import Source, read

HEADLINE = "The envoys meet in Castrel"
PROSE = "<p>" + "The envoys of Norland and Sudria met in Castrel again. " * 4 + "</p>"


def read_page(head: str = "", body: str = "", *, lang: str = "en-GB") -> Piece:
    page = (
        f"<html lang='{lang}'><head>{head}</head><body>{body or f'<h1>{HEADLINE}</h1>'}{PROSE}</body></html>"
    )
    [piece] = read(Source("a.html", page.encode())).pieces
    return piece


def ld(*nodes: object, wrap: str = "{}") -> str:
    data = json.dumps(nodes[0] if len(nodes) == 1 else nodes)
    return f"<script type='application/ld+json'>{wrap.replace('{}', data)}</script>"


def day(head: str, body: str = "") -> str | None:
    published = read_page(head, body).published
    return published.edtf if published else None


NEWS = {"@type": "NewsArticle", "datePublished": "2024-06-20T23:30:00-08:00", "dateModified": "2024-06-22"}
MODIFIED = "".join(
    f"<meta property='{name}' content='2024-06-25'>"
    for name in ("article:modified_time", "og:updated_time", "last-modified", "dateModified")
)
PAGE = {"@type": "WebPage", "datePublished": "2019-01-01"}


@pytest.mark.parametrize(
    "head",
    [
        ld(NEWS),
        ld(PAGE, NEWS),
        ld({"@graph": [{"@type": "WebSite"}, PAGE, NEWS]}),
        ld(
            {"@type": ["Thing", "ReportageNewsArticle"], "datePublished": ["2024-06-20"]}
            | {"datePublished": "2024-06-20"}
        ),
        ld({"@type": "WebPage", "mainEntity": NEWS, "datePublished": "2019-01-01"}),
        ld(
            {
                "@type": "LiveBlogPosting",
                "datePublished": "2024-06-20",
                "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "2024-06-21"}],
            }
        ),
        ld({"@type": "ItemList", "itemListElement": [NEWS | {"datePublished": "2019-01-01"}]}) + ld(NEWS),
        ld({"@type": "VideoObject", "datePublished": "2019-01-01"})
        + "<meta name='date' content='2024-06-20'>",
        ld({"@type": "WebPage", "datePublished": "2024-06-20"}),
        ld(NEWS, wrap="<!-- {} -->"),
        ld(NEWS, wrap="//<![CDATA[\n{}\n//]]>"),
        ld(NEWS, wrap="[{},]"),
        ld(NEWS) + "<meta property='article:published_time' content='2019-01-01'>",
        ld({"@type": "NewsArticle", "datePublished": "soon"}) + "<meta name='date' content='2024-06-20'>",
        "<script type='application/ld+json'>{broken</script><meta name='pubdate' content='20240620'>",
        *(
            f"<meta {attribute}='{name}' content='2024-06-20T00:30:00+03:00'>"
            for attribute, name in [
                ("property", "article:published_time"),
                ("name", "article:published_time"),
                ("name", "parsely-pub-date"),
                ("name", "sailthru.date"),
                ("name", "DC.date.issued"),
                ("itemprop", "datePublished"),
                ("name", "date"),
                ("name", "publish-date"),
            ]
        ),
    ],
)
def test_the_page_states_its_day(head: str) -> None:
    assert day(MODIFIED + head) == "2024-06-20"


TIME = "<time datetime='2024-06-20T06:05:00+01:00'>today, 06:05</time>"
LATER = "<time datetime='2024-06-25'>25 June</time>"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{HEADLINE}</h1><p>Published {TIME} · 3 min</p>",
        f"<p>{TIME}</p><h1>{HEADLINE}</h1>",
        f"<h1>{HEADLINE}</h1><p>Updated {LATER}</p><p>{TIME}</p>",
        f"<h1>{HEADLINE}</h1><span class='updated'>{LATER}</span>{TIME}",
        f"<h1>{HEADLINE}</h1><p>Published {TIME}, last updated {LATER}</p>",
        f"<h1>{HEADLINE}</h1><p>Started {TIME}, last entry {LATER}</p>",
        f"<h1>{HEADLINE}</h1><time datetime='2024-06-25'>Updated: 25 June</time>{TIME}",
        f"<h1>{HEADLINE}</h1><span itemprop='datePublished' content='2024-06-20'></span>{LATER}",
        f"<h1>{HEADLINE}</h1>{TIME}<ol>" + "".join(f"<li>{LATER} Entry.</li>" for _ in range(4)) + "</ol>",
        f"<aside class='related'>{LATER}</aside><h1>{HEADLINE}</h1>{TIME}",
    ],
)
def test_a_time_at_the_head_is_the_day(body: str) -> None:
    assert day("", body) == "2024-06-20"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{HEADLINE}</h1><p>Wednesday 4 June 2025, 9.30pm</p>",
        f"<h1>{HEADLINE}</h1><p>Updated {LATER}</p>",
        f"<h1>{HEADLINE}</h1><time datetime='06:05'>06:05</time>",
        f"<h1>{HEADLINE}</h1><ol>" + "".join(f"<li>{LATER} Entry.</li>" for _ in range(4)) + "</ol>",
        f"<h1>{HEADLINE}</h1>{PROSE * 5}<p>{LATER}</p>",
        f"<h1>{HEADLINE}</h1><section class='comments'>{LATER} They will sign.</section>",
    ],
)
def test_no_other_date_stands_in(body: str) -> None:
    assert day(MODIFIED, body) is None


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        (f"<title>{HEADLINE} | Lakeside News</title>", HEADLINE, "Lakeside News"),
        (f"<title>{HEADLINE} - World - Lakeside</title>", HEADLINE, "Lakeside"),
        (f"<title>{HEADLINE}</title>", HEADLINE, None),
        (f"<title>{HEADLINE} – no date set</title>", HEADLINE, None),
        (
            "<meta property='og:title' content='Envoys meet'><meta name='og:site_name' content='Lakeside'>",
            "Envoys meet",
            "Lakeside",
        ),
        (
            "<meta property='og:title' content='Envoys meet | Lakeside'>"
            "<meta property='og:site_name' content='Lakeside News'>",
            "Envoys meet",
            "Lakeside News",
        ),
        (
            ld(NEWS | {"headline": "Envoys meet", "publisher": {"name": "Lakeside"}}),
            "Envoys meet",
            "Lakeside",
        ),
        (
            ld({"@graph": [NEWS | {"publisher": {"@id": "#o"}}, {"@id": "#o", "name": "Lakeside"}]}),
            HEADLINE,
            "Lakeside",
        ),
        (ld({"@type": "WebSite", "name": "Lakeside"}, NEWS), HEADLINE, "Lakeside"),
    ],
)
def test_title_and_outlet(head: str, title: str, outlet: str | None) -> None:
    piece = read_page(head)
    assert (piece.title, piece.outlet) == (title, outlet)


def test_the_name_of_a_section_is_no_outlet() -> None:
    body = f"<div id='nav'><a href='/'>Front</a> <a href='/opinion'>Opinion</a></div><h1>{HEADLINE}</h1>"
    assert read_page(f"<title>{HEADLINE} | Opinion</title>", body).outlet is None


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (ld(NEWS | {"author": [{"name": "Ina Voss"}, {"name": "Tom Aske"}]}), "", "Ina Voss, Tom Aske"),
        (ld(NEWS | {"author": "Ina Voss"}), "", "Ina Voss"),
        ("<meta name='author' content='Ina Voss'>", "", "Ina Voss"),
        ("<meta property='article:author' content='https://x.example/ina'>", "", None),
        ("", f"<h1>{HEADLINE}</h1><p class='byline'>By <a href='/ina'>Ina Voss</a></p>", "Ina Voss"),
        (
            "",
            f"<h1>{HEADLINE}</h1><span class='post_author'>Text: Ina Voss | Photos: pool</span>",
            "Ina Voss",
        ),
    ],
)
def test_byline(head: str, body: str, byline: str | None) -> None:
    assert read_page(head, body).byline == byline


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            "<link rel='canonical' href='https://x.example/a'><meta property='og:url' content='https://x.example/b'>",
            "https://x.example/a",
        ),
        ("<meta property='og:url' content='https://x.example/b'>", "https://x.example/b"),
        (ld(NEWS | {"url": "https://x.example/c"}), "https://x.example/c"),
        ("<link rel='canonical' href='/a'>", None),
    ],
)
def test_address(head: str, url: str | None) -> None:
    assert read_page(head).url == url


@pytest.mark.parametrize(
    ("lang", "head", "language"),
    [
        ("en-GB", "", "en"),
        ("UK", "", "uk"),
        ("", "<meta property='og:locale' content='de_DE'>", "de"),
        ("", "", None),
    ],
)
def test_language(lang: str, head: str, language: str | None) -> None:
    assert read_page(head, lang=lang).language == language
