"""A page as a tree, and how much of its ink is prose and how much is links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Ink", "TooDeepError", "inside", "parse", "squeeze", "weigh", "words"]

BLANKS = re.compile(r"\s+")
MUTE = frozenset({"head", "script", "style", "noscript", "template"})


class TooDeepError(ValueError):
    """Refuse a page nested so deep that the parser drops what follows."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How many characters each element of a tree holds, and how many are links; blanks don't count."""

    elements: list[HtmlElement]  # in document order; the list also keeps lxml from renewing its proxies
    total: dict[HtmlElement, int]
    linked: dict[HtmlElement, int]

    def prose(self, element: HtmlElement) -> int:
        """Count the characters that are no links."""
        return self.total[element] - self.linked[element]

    def linky(self, element: HtmlElement, share: float) -> bool:
        """Tell whether at least a share of the characters are links."""
        return self.total[element] > 0 and self.linked[element] >= share * self.total[element]


def parse(markup: str) -> HtmlElement | None:
    """Parse a page; None if it holds nothing."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise TooDeepError("nested too deeply")
    return root


def weigh(root: HtmlElement) -> Ink:
    """Count the ink of every element, from the leaves up."""
    elements = list(root.iter())
    total: dict[HtmlElement, int] = {}
    linked: dict[HtmlElement, int] = {}
    for element in reversed(elements):
        if element.tag in MUTE:
            total[element] = linked[element] = 0
            continue
        own = _ink(element.text) + sum(_ink(child.tail) for child in element)
        total[element] = own + sum(total[child] for child in element)
        linked[element] = total[element] if element.tag == "a" else sum(linked[child] for child in element)
    return Ink(elements, total, linked)


def _ink(text: str | None) -> int:
    return len(text.strip()) if text else 0


def squeeze(text: str | None) -> str:
    """Make every run of blanks one blank."""
    return BLANKS.sub(" ", text or "").strip()


def words(element: HtmlElement) -> str:
    """Return all the words of an element on one line."""
    return squeeze(" ".join(element.itertext()))


def inside(element: HtmlElement, *tags: str) -> bool:
    """Tell whether an element stands within one of these tags."""
    return next(element.iterancestors(*tags), None) is not None
