"""Find what a page wraps around its article; the knowledge is in `chrome.toml`."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from talks.readers.webpage.tree import Ink, inside, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["BOX", "Rules", "name_verdict", "prune", "rules"]

NAMED_BY = ("class", "id", "role", "data-component", "data-testid", "data-qa", "data-module")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
HIDDEN = re.compile(r"display:\s*none", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…”\"’]$")

BOX, BODY, META, ALWAYS, MAYBE, NOTHING = "box", "body", "meta", "always", "maybe", ""
LISTING = frozenset({"ul", "ol", "dl", "section", "aside", "div", "table", "td", "p"})
NO_HEADING = frozenset({"li", "td", "th", "a", "time", "figcaption"})
NEARLY_ALL = 0.85  # of the page's prose: not even comments are so much
MOST = 0.5  # of the page's prose: an element with so much holds the article
MUCH = 0.25  # of the page's prose: a name whose bearers hold so much doesn't mean what it says
LINKY = 0.75  # share of links in a list of links
PROSE = 100  # characters beside the links that make a list of links more than that
PARAGRAPH = 150  # characters of prose in a paragraph that no name condemns: "paywall" marks what is paid for
UNFOLDED = 300  # characters of hidden prose that belong to an article
HEADING = 80  # characters of the longest heading
TEASER = 120  # characters of the longest headline of another article


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables of `chrome.toml`, compiled."""

    tags: frozenset[str]
    never: frozenset[str]
    always: re.Pattern[str]
    maybe: re.Pattern[str]
    box: re.Pattern[str]
    body: re.Pattern[str]
    meta: re.Pattern[str]
    headings: re.Pattern[str]
    lines: re.Pattern[str]
    kept_lines: re.Pattern[str]


@cache
def rules() -> Rules:
    """Load the tables, once."""
    data = tomllib.loads(files(__package__).joinpath("chrome.toml").read_text("utf-8"))
    tags, names, headings, lines = (data[key] for key in ("tags", "names", "headings", "lines"))
    exact = rf"(?:(?<=; )|^)(?:{_any(names['exactly'])})(?=; |$)"
    return Rules(
        tags=frozenset(tags["drop"]),
        never=frozenset(tags["never"]),
        always=_words_of(names["always"]),
        maybe=re.compile(rf"{_words_of(names['maybe']).pattern}|{exact}"),
        box=_words_of(names["box"]),
        body=_words_of(names["body"]),
        meta=_words_of(names["meta"]),
        headings=re.compile(rf"(?:{_any(headings['drop'])})\s*:?", re.IGNORECASE),
        lines=re.compile(rf"(?:{_any(lines['drop'])})", re.IGNORECASE),
        kept_lines=re.compile(rf"(?:{_any(lines['keep'])})", re.IGNORECASE),
    )


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _words_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{_any(patterns)})(?![a-z])")


class Verdict(NamedTuple):
    """What a name says of its element, and the word that says it."""

    sort: str
    word: str


def name_verdict(element: HtmlElement) -> Verdict:
    """Judge an element by its class, id, role and labels."""
    return _verdict(" ".join(filter(None, map(element.get, NAMED_BY))))


@lru_cache(maxsize=4096)
def _verdict(names: str) -> Verdict:
    phrase = "; ".join(" ".join(WORD.findall(name)).lower() for name in names.split())
    tables = rules()
    for sort in (BOX, BODY, META, ALWAYS, MAYBE) if phrase else ():
        if match := getattr(tables, sort).search(phrase):
            return Verdict(sort, match[0])
    return Verdict(NOTHING, "")


def prune(ink: Ink, body: HtmlElement, headline: HtmlElement | None) -> None:
    """Take the chrome out of a tree."""
    pruning = _Pruning(ink, body, headline)
    chrome: set[HtmlElement] = set()
    for element in ink.elements:
        if element.getparent() in chrome:
            chrome.add(element)
        elif element not in chrome and pruning.is_open(element):
            chrome.update(pruning.condemned(element))
    for element in [element for element in chrome if element.getparent() not in chrome]:
        element.drop_tree()


class _Pruning:
    """What is known of one page while its chrome is looked for."""

    def __init__(self, ink: Ink, body: HtmlElement, headline: HtmlElement | None) -> None:
        self.ink = ink
        self.page = max(1, ink.prose(body))
        self.spine = set() if headline is None else {headline, *headline.iterancestors()}
        self.named: Counter[str] = Counter()  # prose under each word of the table
        self.bodies: set[HtmlElement] = set()  # the article's body, and what holds it
        self.boxed: set[HtmlElement] = set()  # boxes that belong to articles, and what is in them
        self._read_names()

    def _read_names(self) -> None:
        under: dict[HtmlElement | None, frozenset[str]] = {None: frozenset()}
        for element in self.ink.elements:
            parent = element.getparent()
            sort, word = name_verdict(element)
            under[element] = under.get(parent, frozenset())
            if sort == MAYBE and word not in under[element]:
                self.named[word] += self.ink.prose(element)
                under[element] |= {word}
            if sort == BODY:
                self.bodies.update((element, *element.iterancestors()))
            if sort == BOX or parent in self.boxed:
                self.boxed.add(element)

    def is_open(self, element: HtmlElement) -> bool:
        """Tell whether an element can be chrome at all."""
        return (
            element.tag not in rules().never and element not in self.spine and element.getparent() is not None
        )

    def condemned(self, element: HtmlElement) -> Iterator[HtmlElement]:
        """Yield the element, or what it heads, if that is chrome."""
        if self._by_tag(element) or self._by_name(element):
            yield element
        elif not self._holds_article(element):
            if self._is_hidden(element) or self._is_frame(element) or self._is_link_list(element):
                yield element
            elif self._is_chrome_heading(element):
                yield from self._headed_by(element)

    def _holds_article(self, element: HtmlElement) -> bool:
        return self.ink.prose(element) >= MOST * self.page

    def _by_tag(self, element: HtmlElement) -> bool:
        if element.tag == "footer" and inside(element, "blockquote", "figure"):
            return False  # it says who is quoted
        # Old pages wrap everything in one form, and broken ones never close their nav.
        most = MOST if element.tag == "form" else NEARLY_ALL
        return element.tag in rules().tags and self.ink.prose(element) < most * self.page

    def _by_name(self, element: HtmlElement) -> bool:
        sort, word = name_verdict(element)
        if element.tag in ("h1", "head", "meta", "link", "title"):
            return False
        if sort == ALWAYS and element.tag != "article":
            return self.ink.prose(element) < NEARLY_ALL * self.page
        if sort not in (ALWAYS, MAYBE) or element in self.bodies:
            return False
        if element.tag == "p" and self.ink.prose(element) >= PARAGRAPH:
            return False
        return not self._holds_article(element) and self.named[word] < MUCH * self.page

    def _is_hidden(self, element: HtmlElement) -> bool:
        if element.get("hidden") is None and not HIDDEN.search(element.get("style", "")):
            return False
        # What a reader unfolds to read on is hidden too.
        return self.ink.prose(element) < UNFOLDED or not inside(element, "article", "main")

    def _is_frame(self, element: HtmlElement) -> bool:
        """Recognise the site's own header and the columns beside the article."""
        if element.tag not in ("header", "aside") or inside(element, "article", "main"):
            return False
        among_paragraphs = len(list(islice(element.getparent().iterchildren("p"), 2))) == 2
        return not (element.tag == "aside" and among_paragraphs) and element not in self.boxed

    def _is_link_list(self, element: HtmlElement) -> bool:
        if element.tag not in LISTING or element in self.boxed:
            return False
        if not self.ink.linky(element, LINKY) or self.ink.prose(element) >= PROSE:
            return False
        return len(list(islice(element.iter("a"), 2))) == 2

    def _is_chrome_heading(self, element: HtmlElement) -> bool:
        if self.ink.total[element] > HEADING or element.tag in NO_HEADING:
            return False
        return rules().headings.fullmatch(words(element)) is not None

    def _headed_by(self, heading: HtmlElement) -> Iterator[HtmlElement]:
        """Yield the box that a heading opens, or the heading and the teasers after it."""
        box = heading
        while (parent := box.getparent()) is not None and self._opens(box, parent):
            box = parent
        yield box
        if self.ink.total[box] == self.ink.total[heading]:
            yield from self._teasers_after(box)

    def _opens(self, first: HtmlElement, parent: HtmlElement) -> bool:
        if not self.is_open(parent) or parent.tag == "article" or self._holds_article(parent):
            return False
        siblings = first.itersiblings(preceding=True)
        before = (text for sibling in siblings for text in (sibling.tail, *sibling.itertext()))
        return not any(text and text.strip() for text in chain((parent.text,), before))

    def _teasers_after(self, heading: HtmlElement) -> Iterator[HtmlElement]:
        for sibling in heading.itersiblings():
            if not self.is_open(sibling) or sibling.tag in ("h1", "h2", "h3") or self._holds_article(sibling):
                return
            text = words(sibling)
            teaser = len(text) < TEASER and not SENTENCE_END.search(text)
            if not teaser and not self.ink.linky(sibling, LINKY):
                return
            yield sibling
