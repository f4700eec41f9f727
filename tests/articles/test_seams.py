"""Files of several articles, glued together as people paste them, and articles that only look so."""

import pytest

from reading import codebook
from talks.articles import make_articles
from talks.piece import Piece

SUBHEAD = "What neither of the two sides says"
TALKS = """\
The spokesman Torvald Ekre told reporters in Harvik on Tuesday that Norland had sent its answer to Sudria \
by courier, and that the envoys would read it before anybody spoke of another round.

Helvarian diplomats had spent a week on the draft. Chancellor Anselm Varga called the paper short and clear, \
which in his office is praise, and declined to say who had written most of it.
"""
BOATS = """\
Fishing crews along the northern coast landed more herring this spring than in any year since records began, \
and the canneries of Belmora have taken on three hundred seasonal workers to keep pace.

Prices at the quay fell by a third. Skippers blame the mild winter, biologists the cold one before it; the \
auction house expects the glut to last until midsummer, when the shoals usually move out beyond the skerries \
and smaller vessels turn to crab.
"""
FIRST, SECOND = "Norland sends its answer to Sudria", "Herring glut fills the quays of Belmora"
ABOVE = f"{FIRST}\n\n{TALKS}"


def parts(text: str) -> list[str]:
    return [article.text for article in make_articles(Piece("page.txt", text), codebook())]


def test_what_was_saved_from_one_page_is_cut_only_where_a_sign_is_enough_by_itself():
    def pieces(between: str, url: str | None) -> int:
        text = f"{ABOVE}\n{between}\n{BOATS}"
        return len(make_articles(Piece("page.md", text, url=url), codebook()))

    caption = "Chancellor Anselm Varga and his guests on the quay of Belmora in May"
    assert pieces(caption, None) == 2
    assert pieces(caption, "https://post.example/talks") == 1
    assert pieces(f"{SECOND}\n14 June 2024\n", "https://post.example/talks") == 2


@pytest.mark.parametrize(
    "between",
    [
        f"\n\n\n\n{SECOND}\n\n",
        f"\n* * *\n\n{SECOND}\n\n",
        f"==========\n{SECOND}\n",
        f"\nSource: Polder Post\n\n{SECOND}\n\n",
        f"\nhttps://post.example/talks\n\n{SECOND}\n\n",
        f"\n© 2024 Polder Post\n\n{SECOND}\n\n",
        f"\nRead more: The week in pictures\n\n{SECOND}\n\n",
        f"\nPage 2\n\n{SECOND}\n\n",
        f"\nPolder Post\n{SECOND}\n\n",
        f"\n{SECOND}\nPolder Post\n\n",
        f"\nSport\n\n{SECOND}\n\n",
        f"\n{SECOND}\nBy Ina Voss in Belmora\n\n",
        f"\n# {SECOND}\n\n",
        f"\n{SECOND}\n\n",
    ],
)
def test_a_headline_begins_an_article_if_something_else_says_so_and_the_words_are_others(between):
    assert [part.strip("# ").split("\n")[0] for part in parts(f"{ABOVE}{between}{BOATS}")][:1] == [FIRST]
    assert len(parts(f"{ABOVE}{between}{BOATS}")) == 2


@pytest.mark.parametrize(
    "head",
    [
        f"{FIRST}\n14 June 2024\n\n",
        f"Fri, 14 Jun 2024\n{FIRST}\n",
        f"{FIRST}\nPolder Post | 14 June 2024, 18:23\n\n",
        f"14/06/2024\n\nPolder Post\n\n{FIRST}\n\n",
        f"Posted on June 14, 2024\n{FIRST}\n\n",
        f"From: Ina Voss <ina@example.org>\nSent: 14 June 2024\nSubject: {FIRST}\n\n",
        f"Headline: {FIRST}\nSource: Polder Post\n\n",
        f"{FIRST}\n\nHARVIK, June 14 (Polder) - ",
    ],
)
def test_a_date_a_dateline_or_a_head_of_a_mail_is_enough_beside_a_headline(head):
    found = make_articles(Piece("page.txt", f"{SECOND}\n\n{BOATS}\n{head}{TALKS}"), codebook())
    assert len(found) == 2
    assert found[1].text.startswith(head.split("\n")[0])
    assert found[1].title == FIRST
    assert found[0].published.edtf is None


@pytest.mark.parametrize("number", ["Article {}\n", "[{}/2]\n\n"])
def test_articles_that_are_numbered_from_the_file_s_first_line_are_told_by_that(number):
    text = f"{number.format(1)}{FIRST}\n\n{TALKS}\n{number.format(2)}{SECOND}\n\n{BOATS}"
    assert [article.title for article in make_articles(Piece("page.txt", text), codebook())] == [
        FIRST,
        SECOND,
    ]


@pytest.mark.parametrize(
    "between",
    [
        "\nHerring glut fills the quays\n\n",
        "\nWhy is there such a glut of herring in Belmora?\n\n",
        f"\n## {SECOND}\n\n",
        "\n* * *\n\n",
        "\nBackground\n\n",
        "\n2. Herring glut fills the quays\n\n",
        "\nArticle 2\n\n",
        "\nWHERE THE HERRING WENT\n\n",
        "\n“Nobody wanted this glut of herring,” he said.\n\n",
        "\n— Ina Voss (@inavoss) 14 June 2024\n\n",
        "\n14:05\n",
        "\nRead more: The week in pictures\n\n",
    ],
)
def test_a_subhead_a_ruler_or_a_link_alone_is_no_seam(between):
    assert len(parts(f"{ABOVE}{between}{BOATS}")) == 1


@pytest.mark.parametrize(
    "sign", ["\n\n\n", "* * *\n", "Read more: The week in pictures\n\n", "Polder Post\n"]
)
def test_a_text_that_takes_people_for_known_goes_on(sign):
    after = BOATS.replace("Skippers", "Ekre and other skippers")
    assert len(parts(f"{ABOVE}\n{sign}{SUBHEAD}\n\n{BOATS}")) == 2
    assert len(parts(f"{ABOVE}\n{sign}{SUBHEAD}\n\n{after}")) == 1


THIRD = "Norland and Sudria wait for the answer of their envoys"
MORE = f"{TALKS}\nOn the telephone, Ekre and Varga spoke of the draft until late at night.\n"


def test_an_article_on_the_same_subject_is_told_by_those_whom_it_introduces_anew():
    after = TALKS.replace("by courier", "by air").replace("a week", "two weeks")
    assert len(parts(f"{FIRST}\n\n{MORE}\n{THIRD}\n\n{after}")) == 2
    assert len(parts(f"{FIRST}\n\n{TALKS}\n{THIRD}\n\n{after}")) == 1  # nobody was called by less yet
    assert len(parts(f"{FIRST}\n\n{MORE}\nThe answer of their envoys\n\n{after}")) == 1


@pytest.mark.parametrize(
    "seam",
    [
        "\n20 August 2024\n",
        "\n\nPolder Post, 20 August 2024\n\n",
        "\n\n date 2024-08-20 ",
        "\nCastrel, 20 August 2024 - ",
        "\n(Polder Post / agencies)\n",
    ],
)
def test_an_article_without_a_headline_is_told_by_its_date_or_by_the_credit_above_it(seam):
    assert len(parts(f"{ABOVE}{seam}{BOATS}")) == 2


@pytest.mark.parametrize("seam", ["\n(LAUGHTER)\n", "\n20 August 2024: ", "\n\nOn 20 August 2024, "])
def test_a_stage_direction_and_a_date_that_the_text_tells_are_no_seams(seam):
    assert len(parts(f"{ABOVE}{seam}{BOATS}")) == 1


def test_a_text_that_goes_on_below_a_date_is_the_same_article():
    after = BOATS.replace("Skippers", "Ekre and other skippers")
    assert len(parts(f"{ABOVE}\n20 August 2024\n{after}")) == 1


def test_entries_with_dates_are_a_list():
    entries = "".join(
        f"\n{day} June 2024\nSudria answers Norland again\n{TALKS[:230]}.\n" for day in range(10, 15)
    )
    assert len(parts(f"{ABOVE}{entries}")) == 1


def test_a_newsletter_numbers_its_items_too():
    assert len(parts(f"1. {FIRST}\n\n{TALKS}\n2. {SECOND}\n\n{BOATS}")) == 1


def test_the_parts_of_a_file_have_one_blank_line_between_paragraphs():
    gaps = f"{ABOVE}\n\n\n\n{SECOND}\n\n{BOATS}".replace("\n\nHelvarian", "\n\n\nHelvarian")
    assert all("\n\n\n" not in part for part in parts(gaps))


def test_a_part_without_a_date_does_not_take_its_neighbour_s():
    text = f"{FIRST}\n14 June 2024\n\n{TALKS}\n\n\n\n{SECOND}\n\n{BOATS}"
    days = [article.published.edtf for article in make_articles(Piece("page.txt", text), codebook())]
    assert days == ["2024-06-14", None]


def test_what_stands_alone_above_a_dateline_opens_the_article_that_has_it():
    opening = (
        "The foreign ministers of Norland and Sudria spoke by telephone on Thursday about a truce in Dravo,"
        " which both armies want to keep until the boats have left the town, the ministry in Harvik said in a"
        " statement that it sent to reporters late at night, after the last of the boats had come back."
    )
    text = f"14 June 2024\n\n{opening}\n\nHARVIK (Polder) - {TALKS}"
    assert len(make_articles(Piece("page.txt", text), codebook())) == 1
