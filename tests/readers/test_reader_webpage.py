"""What of a page is the article, and how it is written down."""

from __future__ import annotations

import pytest

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers import Source, read

HEADLINE = "The envoys meet in Castrel"
PROSE = [
    "The envoys of Norland and Sudria met in Castrel on Monday, for the first time since the walkout.",
    "“We have a table again,” Claudine Oberholt told reporters who had waited on the terrace all morning.",
    "Neither delegation wished to say when it would come back to the hotel, or whether it would at all.",
]
ARTICLE = f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
TEXT = "\n\n".join([HEADLINE, *PROSE])


def read_page(markup: str, *, title: str = HEADLINE) -> Piece:
    page = f"<!doctype html><html><head><title>{title}</title></head><body>{markup}</body></html>"
    [piece] = read(Source("a.html", page.encode())).pieces
    return piece


def written(markup: str) -> str:
    """Return what stands in the text between the first paragraph and the second."""
    text = read_page(ARTICLE.replace("</p>", f"</p>{markup}", 1)).text
    return text.removeprefix(f"{HEADLINE}\n\n{PROSE[0]}").removesuffix("\n\n".join(PROSE[1:])).strip("\n")


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>",
        "<div class='cookie-banner'>We and our partners store things on your device.</div>",
        "<div id='consent'><p>Your privacy. By using this site you agree to our use of cookies.</p></div>",
        "<ul class='share-bar'><li>Facebook</li><li>Copy link</li></ul>",
        "<div class='SocialLinks'>WhatsApp Telegram</div>",
        "<div class='ad-slot'>ADVERTISEMENT</div>",
        "<p>Advertisement</p>",
        "<aside class='related'><h3>More on this story</h3><p>12 March: the second round</p></aside>",
        "<section><h2>Read also</h2><ul><li>The hotel of Castrel: a tour</li></ul></section>",
        "<div><h2>Also live</h2><p>Cricket: rain stops play</p></div>",
        "<div><b>Related</b> <a href='/1'>The spa hotel</a> <a href='/2'>The polls</a></div>",
        "<div>See also: <a href='/1'>Letters: a summit for whom?</a> <a href='/2'>Brenholm mourns</a></div>",
        "<p>READ MORE: <a href='/1'>What the memorandum says</a></p>",
        "<h3>Most read</h3><ol><li><a href='/1'>Ferry prices rise</a></li></ol>",
        "<h3>You may also like</h3><p>Lira steady</p><p>In pictures: the strait</p>",
        "<div class='newsletter'><h3>The Morning Sheet</h3><p>Five stories before breakfast.</p></div>",
        "<div class='paywall'>You have read 3 of 5 free articles this month.</div>",
        "<div class='donate'>This page is free because readers pay. <a href='/g'>Give</a></div>",
        "<section class='comments'><h4>Comments (2)</h4><p>30 March, 17:05 – They will sign.</p></section>",
        "<footer>Published by Lakeside House, since 1989</footer>",
        "<p>© 2024 Lakeside Agency. All rights reserved.</p>",
        "<form><label>E-mail</label><input type='email'><button>Sign up</button></form>",
        "<div hidden>Nobody sees this.</div>",
        "<div style='display: none'>Nor this.</div>",
        "<script>var published = '2019-01-01';</script><style>p{margin:0}</style><noscript>On!</noscript>",
        "<p>2 days ago</p>",
        "<!-- a comment -->",
    ],
)
def test_chrome_is_left_out(chrome: str) -> None:
    assert written(chrome) == ""
    for tag in ("main", "article", "div"):
        assert read_page(f"<{tag}>{ARTICLE}</{tag}>{chrome}").text == TEXT


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p class='standfirst'>A table, and nothing on it</p>", "A table, and nothing on it"),
        ("<p class='updated'>Wednesday 4 June 2025, 9.30pm</p>", "Wednesday 4 June 2025, 9.30pm"),
        ("<p class='byline-social'>By Ina Voss, 3 May 2024</p>", "By Ina Voss, 3 May 2024"),
        (
            "<figure><img src='x'><figcaption>The terrace. Photo: pool</figcaption></figure>",
            "The terrace. Photo: pool",
        ),
        (
            "<aside><h3>Timeline</h3><p>22 April: walkout.</p></aside>",
            "Timeline\n\n22 April: walkout.",
        ),
        (
            "<aside class='factbox'><h3>The strait</h3><p>Forty kilometres.</p></aside>",
            "The strait\n\nForty kilometres.",
        ),
        (
            "<div class='keypoints'><h3>Key points</h3><ul><li>a</li><li>b</li></ul></div>",
            "Key points\n\na\nb",
        ),
        (
            "<div class='note'><b>Correction, 29 May:</b> It was Monday.</div>",
            "Correction, 29 May: It was Monday.",
        ),
        ("<ul><li><p>one</p></li><li><p>two</p></li></ul>", "one\ntwo"),
        ("<ul><li><p>one</p><p>more</p></li></ul>", "one\n\nmore"),
        ("<dl><dt>Round</dt><dd>Fourth</dd></dl>", "Round\n\nFourth"),
        ("<div class='entry'><span>19:40</span><p>They leave.</p></div>", "19:40\n\nThey leave."),
        ("<p>one<br>two<br><br>three</p>", "one\ntwo\n\nthree"),
        ("<b>Subheading</b><br>Text.", "Subheading\n\nText."),
        ("<p>A <b>bold</b>,<i>italic</i> and H<sub>2</sub>O</p>", "A bold,italic and H2O"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<p>AT&amp;T &ndash; Erdo&#287;an&nbsp;5 &lt;b&gt;</p>", "AT&T – Erdoğan\xa05 <b>"),
        (
            "<p>Ina Voss<span>3 May 2024</span><span>09:30</span><span>UTC</span></p>",
            "Ina Voss 3 May 2024 09:30 UTC",
        ),
        ("<pre>06:00 quiet\n07:00 quiet</pre>", "06:00 quiet\n07:00 quiet"),
        (
            "<table><caption>Rounds</caption><tr><th>No</th><th>Place</th></tr>"
            "<tr><td>1</td><td><p>Castrel</p><p>(hotel)</p></td></tr><tr><td>2</td><td><br></td></tr></table>",
            "Rounds\n\nNo | Place\n1 | Castrel (hotel)\n2 |",
        ),
        ("<table><tr><td>12</td></tr><tr><td>12</td></tr></table>", "12\n12"),
        ("<table><tr><td>left</td><td>right</td></tr></table>", "left\n\nright"),
        (
            "<blockquote><p>It is theatre.</p><footer>Gunnvor Ask</footer></blockquote>",
            "It is theatre.\n\nGunnvor Ask",
        ),
        (
            "<p>Follow the money, said Ask, and you find a ferry.</p>",
            "Follow the money, said Ask, and you find a ferry.",
        ),
        (
            "<p class='paywall'>" + "Behind the wall the text goes on. " * 6 + "</p>",
            ("Behind the wall the text goes on. " * 6).strip(),
        ),
    ],
)
def test_what_belongs_to_the_article_is_kept(markup: str, text: str) -> None:
    assert written(markup) == text


@pytest.mark.parametrize(
    "page",
    [
        f"<form action='/'>{ARTICLE}</form>",
        f"<nav><a href='/'>Home</a>{ARTICLE}",
        f"<div class='page has-sidebar comments-open'>{ARTICLE}</div>",
        f"<div class='share-wrapper'><div class='teaser-content'>{ARTICLE}</div></div>",
        f"<main class='no-ads related-enabled'>{ARTICLE}</main>",
        f"<header><h2>Lakeside</h2></header><header>{ARTICLE}</header>",
        f"<article><h3><a href='/9'>Ferry prices rise again</a></h3></article><article>{ARTICLE}</article>",
        f"<section class='sidebar-grid__content article__content'>{ARTICLE}</section>",
    ],
)
def test_a_wrapper_is_not_chrome_for_its_name(page: str) -> None:
    assert read_page(page).text.endswith("\n\n".join(PROSE))


def test_a_name_borne_by_much_of_the_page_means_nothing() -> None:
    page = f"<h1>{HEADLINE}</h1>" + "".join(f"<div class='paywall'>{paragraph}</div>" for paragraph in PROSE)
    assert read_page(page).text == TEXT


def test_comments_are_chrome_even_if_there_are_more_of_them_than_text() -> None:
    comments = "".join(f"<div class='c'>{paragraph} Believe me.</div>" for paragraph in PROSE * 2)
    assert read_page(f"<div>{ARTICLE}</div><div id='comments'>{comments}</div>").text == TEXT


def test_a_date_above_the_headline_stays() -> None:
    box = f"<div>28 May 2024, 12:41</div><div><a href='/w'>World</a></div><h1>{HEADLINE}</h1>"
    page = f"<p>Today is Friday, 9 August 2024</p><div>{box}</div>" + ARTICLE.partition("</h1>")[2]
    assert read_page(page).text == f"28 May 2024, 12:41\n\n{TEXT}"


def test_the_headline_comes_first_where_the_body_lacks_it() -> None:
    page = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    assert read_page(page, title=f"{HEADLINE} | Lakeside").text == TEXT


def test_a_page_without_marks_ends_where_its_article_does() -> None:
    tail = "<div>Agenda</div><div>Ferry prices rise</div><div>Tram drivers go back</div>"
    assert read_page(f"<div class='text'>{ARTICLE}</div>{tail}").text == TEXT


def test_a_correction_after_the_end_stays() -> None:
    note = "<div>Correction: an earlier version of this article said Tuesday.</div>"
    assert read_page(f"<div class='text'>{ARTICLE}</div><div>Agenda</div>{note}").text.endswith(
        "said Tuesday."
    )


def test_paragraphs_that_are_unfolded_to_read_on_stay() -> None:
    more = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE[1:] * 2)
    page = f"<h1>{HEADLINE}</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p><div style='display:none'>{more}</div>"
    assert read_page(f"<article>{page}</article>").text.endswith("\n\n".join(PROSE[1:] * 2))


def test_a_repeated_caption_is_written_once() -> None:
    assert written("<div>The terrace in May.</div><div>The terrace in May.</div>") == "The terrace in May."


def test_text_that_only_scripts_draw_is_taken_from_the_data() -> None:
    body = "\\n\\n".join(PROSE)
    data = f'{{"@type":"NewsArticle","headline":"{HEADLINE}","articleBody":"{body}"}}'
    assert read_page(f"<div id=root></div><script type='application/ld+json'>{data}</script>").text == TEXT


def test_a_page_of_moderate_depth_is_read() -> None:
    assert read_page("<div>" * 1500 + ARTICLE).text == TEXT


def test_a_page_nested_too_deeply_is_refused() -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        read_page("<div>" * 5000 + ARTICLE)


def test_a_huge_attribute_is_no_obstacle() -> None:
    assert read_page(f"<div title='{'x' * 11_000_000}'>{ARTICLE}</div>").text == TEXT


@pytest.mark.parametrize(
    ("declaration", "charset"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("<?xml version='1.0' encoding='windows-1251'?>", "cp1251"),
    ],
)
def test_a_page_declares_its_charset(declaration: str, charset: str) -> None:
    page = f"{declaration}<h1>Переговоры</h1><p>{'Делегации встретились снова. ' * 5}</p>"
    [piece] = read(Source("a.html", page.encode(charset))).pieces
    assert piece.encoding == charset
    assert "Делегации встретились" in piece.text


LOGIN = "<h1>Log in</h1><p>Please enter your name and password to go on reading.</p><input type='password'>"
CARD = "<article><h3><a href='/{0}'>Headline number {0} of the day</a></h3><p>{1}</p></article>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "holds no article"),
        ("<div id='root'></div><script>start()</script>", "holds no article"),
        ("<h1>Page not found</h1><p>Try the home page.</p>", "holds no article"),
        (LOGIN, "asks for a login"),
        (
            "<ul>"
            + "".join(f"<li><a href='/{n}'>Headline number {n} of the day</a></li>" for n in range(20))
            + "</ul>",
            "page of links",
        ),
        ("<main>" + "".join(CARD.format(n, PROSE[n % 3]) for n in range(12)) + "</main>", "page of links"),
    ],
)
def test_a_page_without_an_article_is_refused(body: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_page(body, title="Lakeside")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><frameset><frame src='a'></frameset></html>", b"<!-- -->"]
)
def test_a_page_without_a_body_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(Source("a.html", data))


def test_a_short_flash_that_calls_itself_an_article_is_read() -> None:
    flash = (
        '<p>Sudria leaves the talks.</p><script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>'
    )
    assert read_page(f"<h1>{HEADLINE}</h1>{flash}").text == f"{HEADLINE}\n\nSudria leaves the talks."
