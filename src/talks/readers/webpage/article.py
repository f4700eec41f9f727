"""Choose the blocks of a page that are its article.

The tree without its chrome says what can be the article; trafilatura says where it ends, where the page
doesn't.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from talks.readers.webpage.blocks import Block, read_blocks
from talks.readers.webpage.chrome import SENTENCE_END, rules
from talks.readers.webpage.tree import squeeze, weigh

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["drop_chrome_lines", "find_article"]

MOST = 0.5  # of the page's prose: an element with so much is the article
TRUSTED = 0.6  # share of the text that trafilatura must have found for its end to be believed
LOST = 0.25  # share of the text that may be cut in paragraphs; more, and the end is none
PARAGRAPH = 100  # characters of the shortest block that can't be the headline of another article
SAME = 60  # characters by which a block is found in trafilatura's text
LARGEST = 3_000_000  # characters of a tree that trafilatura is asked about; it takes its time
SHORT_LINE = 200  # characters of the longest line that can be chrome by its words


def find_article(body: HtmlElement, headline: HtmlElement | None) -> list[Block]:
    """Return the blocks from the headline to the end of the article."""
    root = _find_root(body)
    blocks = _from_headline(read_blocks(body, root, headline), whole=root is body)
    return drop_chrome_lines(_to_end(blocks, _known_text(body, blocks)))


def drop_chrome_lines(blocks: Sequence[Block]) -> list[Block]:
    """Drop the lines that are chrome by their words, and blocks that only repeat the last one."""
    kept: list[Block] = []
    for block in blocks:
        repeats = bool(kept) and kept[-1].text == block.text and block.tag != "tr"
        if not repeats and not _is_chrome_line(block):
            kept.append(block)
    return kept


def _is_chrome_line(block: Block) -> bool:
    if block.is_headline or len(block.text) > SHORT_LINE:
        return False
    return rules().lines.fullmatch(squeeze(block.text)) is not None


def _find_root(body: HtmlElement) -> HtmlElement:
    """Return the element that says it is the article and holds most of the prose, else the whole body."""
    ink = weigh(body)
    for name in ("article", "main"):
        named = [element for element in ink.elements if name in (element.tag, element.get("role"))]
        best = max(named, key=ink.prose, default=None)
        if best is not None and ink.prose(best) >= MOST * ink.prose(body):
            return best
    return body


def _from_headline(blocks: list[Block], *, whole: bool) -> list[Block]:
    """Cut what stands after the root, and before it and the headline; links before it lead to sections."""
    headline = next((place for place, block in enumerate(blocks) if block.is_headline), None)
    inside = [place for place, block in enumerate(blocks) if block.in_root]
    if not inside:
        return blocks
    if headline is None or _size(blocks[:headline]) > _size(blocks[headline:]):
        return blocks[inside[0] : inside[-1] + 1]  # a headline so late is repeated, say in a box for sharing
    above = [block for block in blocks[:headline] if block.in_heading or (block.in_root and not whole)]
    unlinked = [block for block in above if block.linked < len(block.text)]
    return unlinked + blocks[headline : max(headline, inside[-1]) + 1]


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _known_text(body: HtmlElement, blocks: Sequence[Block]) -> str:
    """Return what trafilatura takes for the article, on one line."""
    if _size(blocks) > LARGEST:
        return ""

    import trafilatura
    from lxml import etree

    try:
        text = trafilatura.extract(
            etree.tostring(body, encoding="unicode", method="html"),
            include_comments=False,
            include_tables=True,
            favor_recall=True,
        )
    except RecursionError:  # it opens a page's boxes one inside the other
        return ""
    return squeeze(text)


def _to_end(blocks: list[Block], known: str) -> list[Block]:
    """Cut what stands after the last block that is known, and the paragraphs that go on from there."""
    found = [squeeze(block.text)[:SAME] in known for block in blocks]
    end = max((place for place, is_known in enumerate(found, start=1) if is_known), default=0)
    while end < len(blocks) and _is_prose(blocks[end]):
        end += 1
    known_size = sum(len(block.text) for block, is_known in zip(blocks, found, strict=True) if is_known)
    lost = _size([block for block in blocks[end:] if _is_prose(block)])
    if known_size < TRUSTED * _size(blocks) or lost > LOST * _size(blocks):
        return blocks
    return blocks[:end] + list(filter(_belongs, blocks[end:]))


def _is_prose(block: Block) -> bool:
    """Tell a paragraph from a label, a headline and a list of links."""
    if len(block.text) < PARAGRAPH or block.linked >= MOST * len(block.text):
        return False
    return SENTENCE_END.search(block.text) is not None


def _belongs(block: Block) -> bool:
    """Tell what of a page's end is a part of the article: boxes, tables, captions, corrections."""
    if block.kept or block.tag in ("tr", "caption", "figcaption"):
        return True
    return rules().kept_lines.match(block.text) is not None
