"""Read the JSON-LD of a page (schema.org): the nodes that tell of the article, best first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Node", "find_nodes", "name_of", "rank"]

Node = Mapping[str, Any]

WRAPPER = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# Where a node inside another still tells of the page itself; lists of teasers, videos and comments do not.
NESTING = ("@graph", "mainEntity", "mainEntityOfPage")
ARTICLES = ("Article", "Posting", "Report", "NewsStory")
PAGES = ("WebPage", "ItemPage", "QAPage", "FAQPage", "CreativeWork")
ARTICLE, PAGE, OTHER = range(3)
DEEPEST = 8


def find_nodes(root: HtmlElement) -> list[Node]:
    """Return the objects of all JSON-LD scripts: articles first, then pages, then the rest."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            nodes.extend(_flatten(_load(script.text_content()), DEEPEST))
    return sorted(nodes, key=rank)


def rank(node: Node) -> int:
    """Tell whether a node is of an article, of a page, or of something else."""
    kinds = node.get("@type", "")
    names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
    if any(name.endswith(ARTICLES) for name in names):
        return ARTICLE
    return PAGE if any(name.endswith(PAGES) for name in names) else OTHER


def name_of(value: object, nodes: Iterable[Node] = ()) -> str | None:
    """Read a name from a text, an object, a list of them, or a reference to another node."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (name_of(item, nodes) for item in value)))) or None
    if isinstance(value, Mapping):
        name = value.get("name")
        if name is None and "@id" in value:
            return next(
                (
                    name_of(node.get("name"))
                    for node in nodes
                    if node.get("@id") == value["@id"] and "name" in node
                ),
                None,
            )
        return name_of(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _load(script: str) -> object:
    text = WRAPPER.sub("", script.strip())
    for candidate in (text, TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(candidate.rstrip("; \n"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: object, depth: int) -> Iterator[Node]:
    if not depth:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in NESTING:
            yield from _flatten(value.get(key), depth - 1)
