"""Feeds: what is told for one, and what is refused."""

import pytest

from talks.errors import ReadError
from talks.readers import Source, read

ENTRY = "<rss><channel><item><title>Envoys met in Castrel</title></item></channel></rss>"


def test_comments_before_a_feed_are_passed_over():
    [piece] = read(Source("-", f"{'<!-- a --> <!---->' * 50}\n{ENTRY}".encode())).pieces
    assert piece.text == "Envoys met in Castrel"


def test_many_comments_before_anything_else_are_told_from_a_feed_at_once():
    """With two ways to divide each pair of comments, this would go on for ever."""
    assert read(Source("-", b"<!---->" * 500 + b"<p>Envoys met in Castrel.</p>")).pieces


@pytest.mark.parametrize("charset", ["utf-8", "utf-7"])
def test_entities_are_not_declared_in_any_charset(charset: str):
    text = f'<rss><!DOCTYPE a [<!ENTITY b "c">]>{ENTRY}'.replace(
        "!E", "+ACE-E" if charset == "utf-7" else "!E"
    )
    with pytest.raises(ReadError, match="declares entities"):
        read(Source("a.rss", f'<?xml version="1.0" encoding="{charset}"?>{text}'.encode()))
