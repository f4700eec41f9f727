"""Read a tree as a reader would see it: paragraphs, items and table rows, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from talks.readers.webpage.chrome import BOX, name_verdict
from talks.readers.webpage.tree import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Block", "join_blocks", "read_blocks"]

BREAKING = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary
    table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905  # a list of fifty strings in quotation marks is no easier to read
)
UNBROKEN = frozenset({"tr", "caption"})  # what breaks lines in a table of data
SETTING = frozenset({"article", "aside", "section", "h1", "h2", "table"})  # what no table of data holds
LONGEST_CELL = 300  # characters
LONGEST_HEADING = 600  # characters of a headline with date, byline and standfirst
FRAME = frozenset({"html", "body", "main", "article"})
# Neighbours that only a style sheet keeps apart: "10 May 2025" and "09:30" in two spans.
APART = frozenset({"span", "time", "a", "label", "small", "strong", "b"})
MARKS = {"q": ("“", "”")}
BLANKS = re.compile(r"[^\S\n\xa0]+")
LINE_ENDS = re.compile(r" ?\n ?")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, item or row: its text, its tag, its linked characters, and where it stands."""

    text: str
    tag: str
    linked: int = 0
    in_root: bool = False
    in_heading: bool = False  # in the box around the headline
    is_headline: bool = False
    kept: bool = False  # it stands in a box that belongs to articles: key points, facts, corrections


def read_blocks(body: HtmlElement, root: HtmlElement, headline: HtmlElement | None) -> list[Block]:
    """Read a body; `root` is the part of it that holds the article."""
    from lxml import etree

    reading = _Reading(root, headline, None if headline is None else _box_around(headline))
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            reading.open(element)
        else:
            reading.close(element)
            if element is not body:
                reading.write(element.tail)
    reading.finish_block(body.tag)
    return reading.blocks


def join_blocks(blocks: Iterable[Block]) -> str:
    """Join blocks by empty lines, and the items of a list and the rows of a table by line ends."""
    parts: list[str] = []
    before = ""
    for block in blocks:
        if parts:
            parts.append("\n" if block.tag == before and block.tag in ("li", "tr") else "\n\n")
        parts.append(block.text)
        before = block.tag
    return "".join(parts)


@dataclass(slots=True)
class _Reading:
    """The state of reading one body."""

    root: HtmlElement
    headline: HtmlElement | None
    heading: HtmlElement | None
    blocks: list[Block] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    linked: int = 0
    tags: list[str] = field(default_factory=lambda: ["body"])
    links: int = 0  # how many elements of each sort are open
    kept: int = 0
    in_root: bool = False
    in_heading: bool = False
    in_headline: bool = False
    table: HtmlElement | None = None

    def open(self, element: HtmlElement) -> None:
        """Start an element."""
        tag = element.tag
        if tag == "table" and self.table is None and _holds_data(element):
            self.finish_block(self.tags[-1])
            self.table = element
        if self._breaks(tag):
            self.finish_block(self.tags[-1])
            self.tags.append(tag)
        self._mark(element, begins=True)
        self._separate(element)
        self.write(element.text)

    def close(self, element: HtmlElement) -> None:
        """End an element."""
        tag = element.tag
        self.text.append(MARKS.get(tag, ("", ""))[1])
        if self._breaks(tag):
            self.finish_block("li" if _is_item(element) else tag)
            self.tags.pop()
        elif tag in BREAKING or tag == "time":
            self._space()
        self._mark(element, begins=False)
        if element is self.table:
            self.finish_block("tr")
            self.table = None

    def write(self, text: str | None) -> None:
        """Add text, with each run of blanks as one."""
        if text:
            pre = "pre" in self.tags
            self.text.append(text if pre else text.replace("\n", " "))
            self.linked += len(text.strip()) if self.links else 0

    def finish_block(self, tag: str) -> None:
        """Turn the text so far into blocks, one for each stretch between double line breaks."""
        text = LINE_ENDS.sub("\n", BLANKS.sub(" ", "".join(self.text)))
        for part in filter(None, (part.strip() for part in text.split("\n\n"))):
            place = (self.in_root, self.in_heading, self.in_headline, self.kept > 0)
            self.blocks.append(Block(part, tag, self.linked, *place))
        self.text.clear()
        self.linked = 0

    def _breaks(self, tag: str) -> bool:
        return tag in UNBROKEN if self.table is not None else tag in BREAKING

    def _mark(self, element: HtmlElement, *, begins: bool) -> None:
        step = 1 if begins else -1
        self.links += step * (element.tag == "a")
        self.kept += step * (name_verdict(element).sort == BOX)
        if element is self.root:
            self.in_root = begins
        if element is self.heading:
            self.in_heading = begins
        if element is self.headline:
            self.in_headline = begins

    def _separate(self, element: HtmlElement) -> None:
        """Write what parts an element from the text before it."""
        tag = element.tag
        if tag == "br":
            self.text.append(" " if self.table is not None else "\n\n" if _ends_subheading(element) else "\n")
        elif self.table is not None and tag in ("td", "th"):
            self.text.append(" | " if element.getprevious() is not None else "")
        elif tag in BREAKING or (tag in APART and _run_together("".join(self.text[-2:]), element)):
            self._space()
        self.text.append(MARKS.get(tag, ("", ""))[0])

    def _space(self) -> None:
        self.text.append(" ")


def _ends_subheading(line_break: HtmlElement) -> bool:
    """Tell whether the line that a `<br>` ends is all in bold."""
    bold = line_break.getprevious()
    if bold is None or bold.tag not in ("b", "strong") or (bold.tail and bold.tail.strip()):
        return False
    before = bold.getprevious()
    text = bold.getparent().text if before is None else before.tail
    begins_line = before is None or before.tag == "br" or before.tag in BREAKING
    return begins_line and not (text and text.strip())


def _run_together(before: str, element: HtmlElement) -> bool:
    """Tell whether two neighbours read as one word by mistake: "2025" "09:30", "UTC" "Updated"."""
    last, first = before[-1:], (element.text or "")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    previous = element.getprevious()
    adjoins = previous is not None and not previous.tail and previous.tag in APART
    return last.islower() or last.isdigit() or (last.isupper() and adjoins)


def _is_item(element: HtmlElement) -> bool:
    """Tell whether an element is an item of a list, or the one paragraph in an item."""
    parent = element.getparent()
    return element.tag == "p" and parent is not None and parent.tag == "li" and len(parent) == 1


def _box_around(headline: HtmlElement) -> HtmlElement:
    """Return the largest box that holds little more than the headline: its date, byline and standfirst."""
    box = headline
    for parent in headline.iterancestors():
        if parent.tag in FRAME or len(squeeze(parent.text_content())) > LONGEST_HEADING:
            break
        box = parent
    return box


def _holds_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out a page."""
    if any(element is not table for element in table.iter(*SETTING)):
        return False
    rows = list(table.iter("tr"))
    return len(rows) > 1 and all(len(cell.text_content()) <= LONGEST_CELL for cell in table.iter("td", "th"))
