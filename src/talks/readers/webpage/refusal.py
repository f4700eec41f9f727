"""Tell a page that holds no article: a login, a list of links, an empty shell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from talks.readers.webpage.blocks import Block
from talks.readers.webpage.chrome import SENTENCE_END

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Look", "look_at", "reason_to_refuse"]

LABEL = 50  # characters of the longest text that needs no sentence
SHORTEST = 100  # characters of prose in the shortest article
LOGIN = 600  # characters of prose beside a password field
TEASERS = 5  # linked lines that make a list of links
TEASER = 20  # characters of the shortest linked headline
STRETCH = 500  # characters of prose without a linked headline in between, more than a summary of an article


class Look(NamedTuple):
    """What a page looks like before its chrome is taken out."""

    links: int  # of the length of a headline
    asks_password: bool


def look_at(body: HtmlElement) -> Look:
    """Count the links of a page that could be headlines, and look for a password field."""
    links = sum(1 for link in body.iter("a") if len(link.text_content().strip()) >= TEASER)
    return Look(links, any(field.get("type", "").lower() == "password" for field in body.iter("input")))


def reason_to_refuse(look: Look, blocks: Sequence[Block], *, says_article: bool) -> tuple[str, str] | None:
    """Return what is wrong with a page and what to do, or None if it holds an article."""
    prose = sum(len(block.text) for block in blocks if _is_prose(block))
    teasers = sum(map(_is_teaser, blocks))
    if look.asks_password and prose < LOGIN and not says_article:
        return "asks for a login and holds no article", "log in and save the page again"
    if teasers >= TEASERS and _longest_stretch(blocks) < STRETCH and not says_article:
        return "is a page of links", "save the articles it links to"
    if prose >= SHORTEST or (prose and says_article):
        return None
    if look.links >= TEASERS:
        return "is a page of links", "save the articles it links to"
    return "holds no article", "save it again when it has loaded"


def _is_teaser(block: Block) -> bool:
    return len(block.text) >= TEASER and block.linked >= 0.6 * len(block.text)


def _longest_stretch(blocks: Sequence[Block]) -> int:
    longest = stretch = 0
    for block in blocks:
        stretch = 0 if _is_teaser(block) else stretch + len(block.text) * _is_prose(block)
        longest = max(longest, stretch)
    return longest


def _is_prose(block: Block) -> bool:
    if block.is_headline or block.linked >= 0.6 * len(block.text):
        return False
    return len(block.text) >= LABEL or SENTENCE_END.search(block.text) is not None
