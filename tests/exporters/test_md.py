"""A timeline in Markdown is read as headings, lists and footnotes, and nothing else."""

import datetime as dt
import re
from itertools import pairwise

import hostile_records
import pytest
from exports import exported_text
from markdown_it import MarkdownIt
from markdown_it.token import Token

from talks.exporters import Wanted
from talks.render.harmless import harmless_lines
from talks.store import Store
from talks.views.timeline import Asked

NOTE = re.compile(r"^\[\^(\w+)\]: `(\w+)` ", re.MULTILINE)
MARK = re.compile(r"\[\^(\w+)\]$", re.MULTILINE)


def tokens(text: str) -> list[Token]:
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [inner for token in parsed for inner in (token, *(token.children or ()))]


def shown(text: str) -> str:
    return "".join(token.content for token in tokens(text) if token.type in ("text", "code_inline"))


def test_each_line_has_its_footnote(told: Store):
    text = exported_text(told, "md")
    marks = MARK.findall(text)
    assert marks == [label for label, _ in NOTE.findall(text)]
    assert all(label == key for label, key in NOTE.findall(text))
    assert {mark for mark in marks if mark.startswith("e")} == {event.id for event in told.events()}


def test_it_is_headings_and_lists(told: Store):
    found = tokens(exported_text(told, "md"))
    headings = [after.content for at, after in pairwise(found) if at.type == "heading_open"]
    assert headings == [
        "Timeline",
        "2023",
        "December 2023",
        "March 2024",
        "April 2024",
        "No date known, by first report",
    ]
    items = [token for token in found if token.type == "list_item_open"]
    statements = [token for token in found if token.type == "text" and "[^s" in token.content]
    assert len(items) == len(list(told.events())) + len(statements) / 2


def test_the_words_of_every_report_are_quoted(told: Store):
    text = shown(exported_text(told, "md"))
    for mention in told.mentions():
        assert f"“{mention.evidence[0].quote}”" in text


def test_words_of_an_article_are_no_markup(hostile: Store):
    text = exported_text(hostile, "md")
    found = {token.type for token in tokens(text)}
    assert not found & {"html_inline", "html_block", "image", "em_open", "s_open", "table_open", "fence"}
    for words in (
        hostile_records.MARKUP,
        hostile_records.COMMANDS,
        hostile_records.HIDDEN,
        hostile_records.LINES,
    ):
        assert harmless_lines(" ".join(words.split("\n"))).replace("  ", " ") in shown(text)
    links = {token.attrs["href"] for token in tokens(text) if token.type == "link_open"}
    assert links == {"https://example.org/a%20b%28c%29%3Cd%3E%7Be%7D%20%22%27%5C%0A?q=1&r=2"}


@pytest.mark.parametrize("statements", [True, False])
def test_what_is_asked_for_is_all_there_is(told: Store, statements: bool):
    asked = Asked(since=dt.date(2024, 3, 12), until=dt.date(2024, 3, 12), statements=statements)
    text = exported_text(told, "md", Wanted(asked=asked))
    assert "Second round of Norland–Sudria talks" in text
    assert ("demands" in text) is statements
    assert "April" not in text.partition("[^")[0]


def test_without_records_there_is_a_heading(empty: Store):
    assert exported_text(empty, "md") == "# Timeline\n"
