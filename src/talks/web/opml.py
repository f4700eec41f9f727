"""Lists of sources as OPML 2.0: what other feed readers write and read (http://opml.org/spec2.opml).

An outline that has an address is a source, one that has outlines below it is a category. A document type is
refused before anything in it is read: that is where entities are declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from talks.errors import ReadError
from talks.readers import is_url
from talks.store.sources import Category, Followed, Kind
from talks.web.addresses import split_address

__all__ = ["Subscriptions", "read_opml", "write_opml"]

MAX_BYTES: Final = 20_000_000
DEEPEST: Final = 100  # outlines within one another
Tree = dict[str, Any]  # sources by address, and further trees by the name of their category behind a slash
NAMED: Final = {"text", "title", "type", "xmlUrl", "htmlUrl", "url"}  # what has a field of its own
DECLARES: Final = "xmlns:"  # a prefix of names, also for all that stands within
UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EXPORT_ANEW: Final = "export it again from the program that made it"


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """The sources of a file, and what in it could not be followed."""

    sources: list[Followed]
    errors: list[ReadError]


@dataclass(slots=True)
class _Outline:
    """An element of the file, with what stands in it."""

    name: str
    attributes: dict[str, str]
    inner: list[_Outline] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.attributes.get("text") or self.attributes.get("title") or ""


def read_opml(locator: str, data: bytes) -> Subscriptions:
    """Read the sources of a file in its order; a source under several categories is one, with all of them."""
    if len(data) > MAX_BYTES:
        raise ReadError(locator, f"is larger than {MAX_BYTES // 1_000_000} MB", EXPORT_ANEW)
    root = _parse(locator, data)
    if root.name != "opml":
        raise ReadError(locator, "is XML, but no OPML", "name a file with outlines of feeds")
    known: dict[str, Followed] = {}
    errors: list[ReadError] = []
    for category, outline in _leaves(root, ()):
        try:
            found = _source(outline, category)
        except ReadError as error:
            where = f"{locator}: {outline.label or 'an outline'}"
            errors.append(ReadError(where, error.what, error.remedy))
            continue
        known[found.url] = known[found.url].under(category) if found.url in known else found
    return Subscriptions(list(known.values()), errors)


def write_opml(sources: Iterable[Followed], title: str) -> Iterator[str]:
    """Yield the lines of a file, in which categories are outlines, one within the other."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<opml version="2.0">'
    yield f"  <head>{_tag('title', title)}</head>"
    yield "  <body>"
    yield from _written(_tree(sources), 2)
    yield "  </body>"
    yield "</opml>"


def _parse(locator: str, data: bytes) -> _Outline:
    top = _Outline("", {})
    open_ones = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_ones) > DEEPEST:
            raise ReadError(locator, "is nested too deeply", EXPORT_ANEW)
        above = open_ones[-1].attributes
        declared = {key: value for key, value in above.items() if key.startswith(DECLARES)}
        made = _Outline(name, declared | attributes)
        open_ones[-1].inner.append(made)
        open_ones.append(made)

    def refuse(*_declared: object) -> None:
        raise ReadError(locator, "has a document type, which may declare entities", "remove its <!DOCTYPE …>")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: open_ones.pop()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise ReadError(locator, f"is no well-formed XML ({error})", EXPORT_ANEW) from error
    return top.inner[0]


def _leaves(outline: _Outline, category: Category) -> Iterator[tuple[Category, _Outline]]:
    """Yield the outlines that are no categories, each with the names of those that it stands in."""
    for inner in outline.inner:
        if inner.name != "outline":
            yield from _leaves(inner, category)
        elif any(below.name == "outline" for below in inner.inner):
            yield from _leaves(inner, (*category, inner.label))
            if inner.attributes.get("xmlUrl"):  # a feed that others stand below
                yield category, inner
        elif _address(inner) or "type" in inner.attributes:
            yield category, inner


def _address(outline: _Outline) -> str:
    at = outline.attributes
    return at.get("xmlUrl") or (at.get("url") or "" if at.get("type") == "link" else "")


def _source(outline: _Outline, category: Category) -> Followed:
    at, address = outline.attributes, _address(outline).strip()
    _check(address)
    text, title = at.get("text"), at.get("title")
    more = dict(_more(at))
    if title and text and title != text:
        more["title"] = title
    if "xmlUrl" in at and at.get("type", "rss") != "rss":
        more["type"] = at["type"]
    kind = Kind.FEED if "xmlUrl" in at else Kind.PAGE
    name = " ".join((text or title or "").split()) or None
    return Followed(address, kind, name, at.get("htmlUrl"), (category,), more)


def _more(at: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what has no field of its own, and the declarations of the prefixes that it uses."""
    used = {DECLARES + name.partition(":")[0] for name in at if ":" in name}
    for name, value in at.items():
        declaration = DECLARES + name.partition(":")[0] if ":" in name else ""
        if name.startswith(DECLARES):
            if name in used:
                yield name, value
        elif name not in NAMED and (not declaration or declaration in at):
            yield name, value


def _check(address: str) -> None:
    """Raise a `ReadError` for what can't be followed; it repeats no password."""
    if not is_url(address):
        raise ReadError("", "has no address to follow", "add it by its address")
    split_address(address)


def _tree(sources: Iterable[Followed]) -> Tree:
    """Sort sources under their categories, all in the order in which they come."""
    top: Tree = {}
    for source in sources:
        for category in source.categories:
            place = top
            for name in category:
                place = place.setdefault(f"/{name}", {})
            place[source.url] = source
    return top


def _written(tree: Tree, depth: int) -> Iterator[str]:
    margin = "  " * depth
    for key, inner in tree.items():
        if isinstance(inner, Followed):
            yield margin + _tag("outline", None, _attributes(inner))
            continue
        yield f"{margin}<outline text={quoteattr(_writable(key[1:]))}>"
        yield from _written(inner, depth + 1)
        yield f"{margin}</outline>"


def _attributes(source: Followed) -> dict[str, str]:
    text = source.title or source.url
    if source.kind is Kind.PAGE:
        found = {"text": text, "type": "link", "url": source.url}
    else:
        found = {"text": text, "title": text, "type": "rss", "xmlUrl": source.url}
    return found | ({"htmlUrl": source.site} if source.site else {}) | dict(source.outline)


def _tag(name: str, text: str | None, attributes: Mapping[str, str] | None = None) -> str:
    """Write an element; what XML has no way to write is left out."""
    written = "".join(f" {key}={quoteattr(_writable(value))}" for key, value in (attributes or {}).items())
    return f"<{name}{written}/>" if text is None else f"<{name}{written}>{escape(_writable(text))}</{name}>"


def _writable(text: str) -> str:
    return UNWRITABLE.sub("", text)
