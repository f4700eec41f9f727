"""Web pages: the article out of what is wrapped around it, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers.encodings import decode
from talks.readers.sources import Source
from talks.readers.webpage.article import drop_chrome_lines, find_article
from talks.readers.webpage.blocks import Block, join_blocks, read_blocks
from talks.readers.webpage.chrome import prune
from talks.readers.webpage.headline import find_headline
from talks.readers.webpage.metadata import Head, describe, read_head
from talks.readers.webpage.published import find_published
from talks.readers.webpage.refusal import look_at, reason_to_refuse
from talks.readers.webpage.tree import TooDeepError, parse, squeeze, weigh

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["MEDIA_TYPES", "SNIFF", "SUFFIXES", "read", "text_of"]

SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")
SNIFF = re.compile(
    # A comment ends where it first can: else many of them can be divided in ever more ways.
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
SHORTEST_STATED = 200  # characters of an article in JSON-LD
HEAD_BYTES = 4096  # where a page must declare its charset, with room to spare


def read(source: Source) -> list[Piece]:
    """Read the one article of a page."""
    markup, encoding = decode(source.data, source.charset or _charset(source.data))
    root, body = _open(source, markup)
    head = read_head(root)
    headline = find_headline(root, (*head.meta("og:title"), head.title))
    fields, look = describe(head, root, headline), look_at(body)
    prune(weigh(root), body, headline)
    if published := find_published(head, body, headline):
        fields["published"] = published
    blocks = find_article(body, headline)
    reason = reason_to_refuse(look, blocks, says_article=head.is_article)
    if reason and not (blocks := _stated_body(head)):
        raise ReadError(source.locator, *reason)
    text = _under_headline(blocks, fields.get("title"))
    return [Piece(source.locator, text, encoding=encoding, **fields)]


def text_of(markup: str) -> str:
    """Return all the text of a page that came by mail, without its chrome."""
    root = parse(markup)
    if root is None or (body := root.find("body")) is None:
        return ""
    prune(weigh(root), body, None)
    return join_blocks(drop_chrome_lines(read_blocks(body, body, None)))


def _charset(data: bytes) -> str | None:
    match = CHARSET.search(data[:HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _open(source: Source, markup: str) -> tuple[HtmlElement, HtmlElement]:
    try:
        root = parse(markup)
    except TooDeepError as error:
        raise ReadError(source.locator, "is nested too deeply", "save it as text") from error
    if root is None or (body := root.find("body")) is None:
        raise ReadError(source.locator, "is a page without text", "save it again when it has loaded")
    return root, body


def _stated_body(head: Head) -> list[Block]:
    """Return the text that a page keeps in its JSON-LD, for one whose body is only drawn by its scripts."""
    bodies = (
        body for body in head.said("articleBody") if isinstance(body, str) and len(body) >= SHORTEST_STATED
    )
    return [Block(squeeze(unescape(line)), "p") for line in next(bodies, "").splitlines() if line.strip()]


def _under_headline(blocks: Sequence[Block], title: str | None) -> str:
    text = join_blocks(blocks)
    if (
        title is None
        or any(block.is_headline for block in blocks)
        or title in squeeze(text[: 2 * len(title) + 200])
    ):
        return text
    return f"{title}\n\n{text}"
