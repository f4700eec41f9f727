"""Pieces of files into articles: parts, page chrome, dates, language."""

import datetime as dt

import pytest

from reading import codebook, statements
from talks.articles import make_articles
from talks.codebook.chrome import load_chrome
from talks.errors import ReadError
from talks.extraction import extract
from talks.models import Basis, Extraction, When
from talks.pages import body_of
from talks.piece import Piece

FIRST = """\
Norland and Sudria meet in Castrel

CASTREL, 11 June 2024 - Norland and Sudria held a fourth round of talks in Castrel on Tuesday. Both sides
spoke of a useful day, and neither said what had been useful about it.

The delegations are to meet again in July, Torvald Ekre told reporters.
"""
SECOND = """\
Sudria returns bodies at Tresk

TRESK, 14 June 2024 - Sudria returned the bodies of 40 soldiers to Norland on Friday, the Captives Office
said. The handover at the bridge took two hours and went off without incident.
"""


def articles(text: str, **more):
    return make_articles(Piece("page.txt", text, **more), codebook())


def test_two_articles_in_a_file_are_two_each_with_its_date():
    found = articles(f"{FIRST}\n{SECOND}")
    assert [(a.part, a.published.edtf) for a in found] == [(0, "2024-06-11"), (1, "2024-06-14")]
    assert found[1].title == "Sudria returns bodies at Tresk"


def test_one_article_is_one():
    assert [(a.part, a.title) for a in articles(FIRST)] == [(None, "Norland and Sudria meet in Castrel")]


def test_headlines_at_the_end_are_links_to_other_articles():
    links = [
        "Stenmoe Will Meet Quent in Castrel for Peace Talks Next Week. Here's What You Need to Know",
        "Varga Hosts Norland and Sudria at Third Round of Negotiations",
        "Norland Releases Forty Prisoners as Sudria Rejects the Truce",
    ]

    def planned(lines: list[str]) -> bool:
        found = extract(articles(FIRST + "\n" + "\n".join(lines))[0], codebook())
        quotes = [e.quote for mention in found.mentions for e in mention.evidence]
        return any("Next Week" in quote for quote in quotes)

    assert not planned(links)
    assert planned(links[:1])  # alone it may be of the article
    assert planned([*links, "Both sides confirmed on Wednesday that their presidents are ready."])


@pytest.mark.parametrize(
    "chrome",
    [
        "Share this article",
        "Subscribe to our newsletter",
        "READ ALSO: Norland says it wants talks in July",
        "EN | DE | FR",
        "Sources: Lakeside Agency, Radio Orlen",
        "© 2024 Continent Today. All rights reserved.",
    ],
)
def test_page_chrome_is_in_no_evidence(chrome):
    text = FIRST.replace("\n\nThe delegations", f"\n\n{chrome}\n\nThe delegations") + f"\n{chrome}\n"
    for article in articles(text):
        found = extract(article, codebook())
        quotes = [s.evidence.quote for s in found.statements]
        quotes += [e.quote for mention in found.mentions for e in mention.evidence]
        assert quotes
        assert not any(chrome in quote for quote in quotes)


RUNNING = (
    "The delegations of Norland and Sudria met in Castrel on Tuesday. The list is ready, Torvald Ekre said. "
    "MORE THAN TWO HUNDRED TO COME HOME A soldier, Dorn, greets his wife at Tresk, June 11, 2024. "
    "(AP Photo/A. Berg) He said that both sides would return the bodies of the fallen. "
    "In talks held in May the two sides had agreed on an exchange of prisoners, put off three times. "
    "The envoy of Sudria, Ramiro Delgast, said the dates were still to be set."
)


def test_running_text_loses_only_the_captions_and_headings_in_it():
    (article,) = articles(f"Talks in Castrel\n\n12 June 2024\n\n{RUNNING}\n")
    told = [(s.speaker, s.content[0].of(article.text)) for s in extract(article, codebook()).statements]
    assert told == [
        ("Torvald Ekre", "The list is ready"),
        ("Torvald Ekre", "that both sides would return the bodies of the fallen"),
        ("Ramiro Delgast", "the dates were still to be set"),
    ]


GLUED = (
    "The delegations of Norland and Sudria met in Castrel on Tuesday. The list is ready, Torvald Ekre said."
    "'MORE THAN TWO HUNDRED' TO COME HOME FROM DRAVOThe envoy of Sudria, Ramiro Delgast, said it was late."
)
LINKED = (
    "The delegations of Norland and Sudria met in Castrel on Tuesday. The list is ready, Torvald Ekre said.\n"
    "More to Read\nHelvaria says Quent was ill\nWorld\nVarga explains the grain deal\nWorld\n"
    "He said it was late."
)


@pytest.mark.parametrize(("body", "last"), [(GLUED, "Ramiro Delgast"), (LINKED, "Torvald Ekre")])
def test_links_to_other_articles_among_the_text_say_nothing(body, last):
    (article,) = articles(f"Talks in Castrel\n\n12 June 2024\n\n{body}\n")
    told = [(s.speaker, s.content[0].of(article.text)) for s in extract(article, codebook()).statements]
    assert told == [("Torvald Ekre", "The list is ready"), (last, "it was late")]


@pytest.mark.parametrize(
    "line", ["The sides parted (they will meet again.)", "And they left…", "«We will meet again»"]
)
def test_text_below_a_link_is_read_on(line):
    text = f"They met.\nRead more\nQuent is ill\n{line}\nThey parted."
    lines = [text[told.start : told.end] for told in body_of(text, load_chrome())]
    assert lines == ["They met.", line, "They parted."]


def test_a_link_leads_to_so_many_headlines_and_no_more():
    below = "\n".join(f"Line {number}" for number in range(40))
    assert len(body_of(f"They met.\nRead more\n{below}", load_chrome())) > 20


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no words"),
        ("Home | World | Sport", "3 words and no sentence"),
        ("Zkrt bwvl hgnm plqx dfrw.", "5 words are too few to tell in which language"),
        ("Zkrt bwvl hgnm " * 9, "27 words and no sentence"),
    ],
)
def test_what_is_no_article_is_set_aside_with_its_reason(text, told):
    with pytest.raises(ReadError, match=told):
        articles(text)


@pytest.mark.parametrize(
    "text", ["Norland and Sudria agreed a truce.", "“We will not sign,” Ekre said of it."]
)
def test_a_short_text_with_a_sentence_is_an_article(text):
    assert [article.text for article in articles(text)] == [text]


def test_a_short_text_of_an_unknown_language_is_told_as_that():
    with pytest.raises(ReadError, match=r"page\.txt: 3 words are too few to tell"):
        articles("Ekre bestritt alles.")


FOREIGN = (
    "Die Delegationen trafen sich am 12. März 2024 in Castrel.\n\nSie sprachen lange, und sie schwiegen lang."
)


def test_an_article_in_a_language_that_is_not_read_is_dated_by_what_is_said_beside_it():
    assert [(a.language, a.published.edtf) for a in articles(FOREIGN)] == [("de", None)]
    day = When.day(dt.date(2024, 3, 13), Basis.METADATA)
    assert [a.published for a in articles(FOREIGN, published=day, language="en")] == [day]


def test_nothing_is_read_from_it():
    (found,) = articles(FOREIGN.replace("Die", "“Norland held talks with Sudria,” Ekre said. Die"))
    assert extract(found, codebook()) == Extraction(found, (), ())


def test_each_line_of_a_file_of_articles_keeps_its_title_and_byline():
    (article,) = articles("Norland and Sudria agreed a truce.", part=4, title="A truce", byline="Ina Voss")
    assert (article.part, article.title, article.byline) == (4, "A truce", "Ina Voss")


BODY = (
    "\n\nThe delegations of Norland and Sudria met in Castrel on 12 March 2024, and they parted in silence."
)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("A truce for the spring", "A truce for the spring"),
        ("No round is in the diary, Citadel says - Harbour Post (", "No round is in the diary, Citadel says"),
        ("A truce for the spring | World | Harbour Post", "A truce for the spring"),
        ("## A truce for the spring", "A truce for the spring"),
        ("**A truce for the spring**", "A truce for the spring"),
        ("THE HARBOUR MONITOR\n\nA truce for the spring", "A truce for the spring"),
        ("Harbour Post | World | 12.03.2024\n\nA truce for the spring", "A truce for the spring"),
        ("HARBOUR MONITOR\n12 March 2024 | 9:40 p.m.\n\nA truce for the spring", "A truce for the spring"),
        ("12 March 2024\n\nA truce for the spring", "A truce for the spring"),
        ("Ask – “a truce, at last”", "Ask – “a truce, at last”"),
        ("Norland agreed on Tuesday to a truce.", None),
    ],
)
def test_a_title_is_the_headline_and_nothing_else(lines, title):
    assert [article.title for article in articles(lines + BODY)] == [title]


def test_a_photo_caption_says_nothing():
    text = "Torvald Ekre said the list was ready.\n\nPhoto: Radio Orlen"
    assert [s.speaker for s in statements(text)] == ["Torvald Ekre"]


HEADLINE, BELOW = "Norland and Sudria meet in Castrel", FIRST.partition("\n\n")[2]


@pytest.mark.parametrize(
    ("text", "outlet", "title"),
    [
        (f"POLDER DISPATCH\nTuesday, 11 June 2024\n\n{FIRST}", "Polder Dispatch", HEADLINE),
        (f"The Belmora Herald\nJune 11, 2024 | World\n{FIRST}", "The Belmora Herald", HEADLINE),
        (f"Eastern Line | World | 11.06.2024\n\n{FIRST}", "Eastern Line", HEADLINE),
        (f"Polder Post, 11 June 2024\n\n{FIRST}", "Polder Post", HEADLINE),
        (f"Norland and Sudria meet | Daily Polder\nNorland and Sudria meet\n\n{BELOW}", "Daily Polder", None),
        (f"{FIRST}\nPolder Online", "Polder Online", HEADLINE),
        (f"{FIRST}\n(Polder News, with Lakeside Agency)", "Polder News", HEADLINE),
        (f"{FIRST}\n© 2024 Polder Press. All rights reserved.", "Polder Press", HEADLINE),
        (FIRST.replace("2024 -", "2024 (Polder) -"), "Polder", HEADLINE),
    ],
)  # fmt: skip
def test_an_outlet_is_read_from_the_head_the_foot_or_the_dateline(text, outlet, title):
    (found,) = articles(text)
    assert found.outlet == outlet
    assert title is None or found.title == title


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        f"NORLAND MEETS SUDRIA\n11 June 2024\n\n{BELOW}",
        f"BREAKING NEWS\n11 June 2024\n{FIRST}",
        f"Sankt Orlen, 11 June 2024\n\n{FIRST}",
        f"{FIRST}\nGunnvor Ask",
        f"{FIRST}\nLatest News",
    ],
)
def test_no_headline_place_or_name_of_a_person_is_an_outlet(text):
    assert articles(text)[0].outlet is None


def test_an_outlet_that_a_file_names_is_kept():
    (found,) = articles(f"POLDER DISPATCH\nTuesday, 11 June 2024\n\n{FIRST}", outlet="Polder Post")
    assert found.outlet == "Polder Post"
