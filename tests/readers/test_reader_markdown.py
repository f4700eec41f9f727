"""Markdown: what goes, what stays, and what the front matter says."""

from __future__ import annotations

import pytest

from talks.piece import Piece
from talks.readers import Source, read


def read_markdown(text: str) -> Piece:
    [piece] = read(Source("a.md", text.encode())).pieces
    return piece


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("On *Tuesday, 9 July*, __both__ came.", "On Tuesday, 9 July, both came."),
        ("snake_case, 2 * 3 * 4 and \\*stars\\*", "snake_case, 2 * 3 * 4 and *stars*"),
        (
            "[The envoy](https://x.example 'who') said <https://x.example>.",
            "The envoy said https://x.example.",
        ),
        ("The [envoy][1] said.\n\n[1]: https://x.example", "The envoy said."),
        ("![Buses at the pass](bus.jpg)", "Buses at the pass"),
        ("one line\nof a paragraph", "one line of a paragraph"),
        ("one line  \nand another<br>and more", "one line\nand another\nand more"),
        ("# Head\ntext\n\nUnder\n-----\nmore", "Head\n\ntext\n\nUnder\n\nmore"),
        ("- a\n- b\n  - c\n\nd", "a\nb\nc\n\nd"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("- loose\n\n- list", "loose\nlist"),
        ("> said\n> twice\n\nonce", "said twice\n\nonce"),
        ("| a | *b* |\n|:--|--:|\n| 1 |  |", "a | b\n1 | "),
        ("before <!-- not\nthis --> after\n\n<!-- nor\n\nthis -->\n\nend", "before  after\n\nend"),
        ("```sh\n06:00  quiet\n```", "06:00  quiet"),
        ("A &amp; B &mdash; ~~C~~", "A & B — C"),
        ("<table><tr><td>a</td></tr></table>\n\nb", "a\n\nb"),
        ("***\n\na\n\n---\n\nb", "a\n\nb"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, text: str) -> None:
    assert read_markdown(markdown).text.rstrip() == text.rstrip()


@pytest.mark.parametrize(
    ("front", "edtf"),
    [
        ("date: 2024-06-20", "2024-06-20"),
        ("date: 20/06/2024", "2024-06-20"),
        ("date: 02.06.2025", "2025-06-02"),
        ("date: 05/06/2024", None),
        ("published: 2025-06-02T23:30:00-08:00\ndate: 2025-06-05", "2025-06-02"),
        ("date: 2025-06-02 00:10:00 +03:00", "2025-06-02"),
        ("Date: '20 June 2024'", "2024-06-20"),
        ("updated: 2025-06-02", None),
        ("date: next week", None),
        ("date: 2024-02-30", None),
        ("published: soon\ndate: 2024-06-20", "2024-06-20"),
    ],
)
def test_the_front_matter_dates_the_article(front: str, edtf: str | None) -> None:
    published = read_markdown(f"---\n{front}\n---\nThe envoys met.").published
    assert (published.edtf if published else None) == edtf


def test_front_matter_is_read_under_its_many_names() -> None:
    piece = read_markdown(
        "---\ntitle: 2024\nsource: Ostwind\nauthor: {name: Ina Voss}\ncanonical_url: https://x.example\n"
        "language: no\n---\n# Another\n\nThe envoys met."
    )
    assert (piece.title, piece.outlet, piece.byline) == ("2024", "Ostwind", "Ina Voss")
    assert (piece.url, piece.language) == ("https://x.example", "no")


def test_a_source_that_is_an_address_is_where_it_stands_and_no_outlet() -> None:
    piece = read_markdown("---\nsource: https://ostwind.example/talks\n---\nThe envoys met.")
    assert (piece.outlet, piece.url) == (None, "https://ostwind.example/talks")
    piece = read_markdown(
        "---\nsource: https://ostwind.example/a\nurl: https://b.example\n---\nThe envoys met."
    )
    assert (piece.outlet, piece.url) == (None, "https://b.example")


def test_front_matter_that_is_no_yaml_is_read_by_its_lines() -> None:
    piece = read_markdown("---\ntitle: Talks: round two\ndate: 2024-06-20\n---\nThe envoys met.")
    assert (piece.title, piece.text) == ("Talks: round two", "The envoys met.")
    assert piece.published


def test_the_first_top_heading_is_the_title() -> None:
    assert read_markdown("Kicker\n\n## Under\n\n# The *real* one\n\n# Second").title == "The real one"


def test_a_rule_is_no_front_matter() -> None:
    piece = read_markdown("---\n\nThe envoys met.\n\n---\n\nThey left.")
    assert (piece.title, piece.text) == (None, "The envoys met.\n\nThey left.")


def test_front_matter_with_the_line_ends_of_windows_is_front_matter():
    text = "---\ntitle: A truce\noutlet: Polder Post\n---\n\nThe envoys met.\n\nThey parted.\n"
    one, two = (read(Source("a.md", data.encode())).pieces[0] for data in (text, text.replace("\n", "\r\n")))
    assert (one.title, one.outlet, one.text) == (two.title, two.outlet, two.text)
    assert one.outlet == "Polder Post"


def test_lines_that_are_broken_at_no_width_are_paragraphs_of_their_own() -> None:
    long = "Envoys of both sides spoke for hours about who should open the bridge first. " * 3
    text = f"Ekre and Delgast in Castrel on 3 March 2022 [File: Polder Post]\n{long}\nNobody *said* more."
    assert read_markdown(text).text.split("\n") == [
        "Ekre and Delgast in Castrel on 3 March 2022 [File: Polder Post]",
        long.strip(),
        "Nobody said more.",
    ]
    assert read_markdown("The envoys\nmet in\nCastrel.").text == "The envoys met in Castrel."
