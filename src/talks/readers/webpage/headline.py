"""Find the headline among the headings of a page, and what the page calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from talks.readers.webpage.tree import inside, squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["find_headline", "split_title"]

# " | ", " - " and their like between a headline and the name of the site or its section.
SEPARATOR = re.compile(r"\s+(?:[|–—\-•·»]|::)\s+")
LONGEST_NAME = 5  # words of a site's name
SHORTEST = 9  # characters of a headline that a title can be compared with


def find_headline(root: HtmlElement, titles: Sequence[str]) -> HtmlElement | None:
    """Return the heading that says what the titles say, else the first h1 that isn't part of the frame.

    A heading that is a link leads to an article, mostly to another one.
    """
    wanted = [key for title in titles if len(key := _key(title)) >= SHORTEST]
    headings = [heading for heading in root.iter("h1", "h2", "h3") if not inside(heading, "nav", "footer")]
    same = [heading for heading in headings if _says_one_of(_key(heading.text_content()), wanted)]
    tops = [heading for heading in headings if heading.tag == "h1" and _key(heading.text_content())]
    ranked = (*(heading for heading in same if not _is_link(heading)), *same, *tops)
    return next(iter(ranked), None)


def _says_one_of(key: str, titles: Sequence[str]) -> bool:
    return len(key) >= SHORTEST and any(key in title or key.startswith(title) for title in titles)


def _is_link(heading: HtmlElement) -> bool:
    return inside(heading, "a") or any(
        _key(link.text_content()) == _key(heading.text_content()) for link in heading.iter("a")
    )


def split_title(title: str) -> tuple[str, str]:
    """Split `<title>` into the headline and the name after the last separator, if that can be a site's."""
    title = squeeze(title)
    parts = SEPARATOR.split(title)
    name = parts[-1]
    if len(parts) < 2 or len(name.split()) > LONGEST_NAME or not (name[:1].isupper() or name[:1].isdigit()):
        return title, ""
    return title[: title.rindex(name)].rstrip(" \t|–—-•·»:"), name


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
