"""Pieces → articles: normalise the text once, split what is glued together, date each."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache

from talks.codebook import Codebook
from talks.codebook.chrome import Chrome, load_chrome
from talks.codebook.seams import load_seam_signs
from talks.codebook.world import World
from talks.dates import load_grammar
from talks.dating import Background, date_article, find_reasons
from talks.dating.weighing import Clue
from talks.errors import ReadError
from talks.languages import UNKNOWN, language_of
from talks.models import Article, Basis, When, record_id
from talks.outlets import find_outlet
from talks.pages import body_of, split_parts
from talks.piece import Piece
from talks.text import close_gaps, straighten

__all__ = ["dating_clues", "make_article", "make_articles"]

LEAST_WORDS = 15  # a shorter text is no article, unless it holds a sentence
LEAST_SENTENCE = 3  # words
SENTENCE = re.compile(r"\w[^.!?]*[.!?][”\"’)]*\s*$", re.MULTILINE)
WORD = re.compile(r"[^\W\d_]+")
MOST_LINES = 4  # among which a headline is looked for
LEAST_HEADLINE, LONGEST_NAME = 3, 4  # words
LONGEST_HEADLINE = 160  # characters
OUTLET = re.compile(
    r"\s+\|\s.*|\s+[-–—]\s+[^-–—]{2,40}\(\s*$"
)  # "… | World", "… - Harbour Post (": a torn link
LAYOUT = " #*>–—-"


def make_articles(piece: Piece, codebook: Codebook) -> list[Article]:
    """Return the articles of a piece; a text that is none is a `ReadError`.

    One in a language that the codebook does not read is an article, too, dated by what is said beside it.
    """
    piece = _prepared(piece)
    read = piece.language == codebook.language
    paged = piece.url is not None
    parts = split_parts(piece.text, load_chrome(), load_grammar(), paged=paged) if read else [piece.text]
    numbers = range(len(parts)) if len(parts) > 1 else [piece.part]
    return [
        _part(piece, part, codebook, number=number, first=n == 0)
        for n, (part, number) in enumerate(zip(parts, numbers, strict=True))
    ]


def make_article(piece: Piece, codebook: Codebook) -> Article:
    """Return a piece as one article, also if it looks as if it held several; else as `make_articles`."""
    piece = _prepared(piece)
    return _part(piece, piece.text, codebook, number=piece.part, first=True)


def _prepared(piece: Piece) -> Piece:
    """Normalise the text of a piece, but for blank lines, and tell its language."""
    text = straighten(piece.text)
    return replace(piece, text=text, language=_language(piece, text))


def _part(piece: Piece, text: str, codebook: Codebook, *, number: int | None, first: bool) -> Article:
    chrome, text = load_chrome(), close_gaps(text)
    published = _date(piece, text, codebook, first=first)
    outlet = piece.outlet or find_outlet(text, chrome, _known(codebook))
    return _article(replace(piece, outlet=outlet), text, number, published, chrome, first=first)


def _date(piece: Piece, part: str, codebook: Codebook, *, first: bool) -> When:
    """Date a part: the file's dates are its first part's, and a later one's that tells no date of its own."""
    given, metadata = _claims(piece)
    if piece.language != codebook.language:
        return given or metadata or When.unknown()
    background = _background(codebook, codebook.world_of(WORD.findall(part)))
    grammar = load_grammar()
    if first:
        return date_article(
            part, given=given, metadata=metadata, address=piece.url, grammar=grammar, background=background
        )
    own = date_article(part, grammar=grammar, background=background)
    return own if own.known or given is None else given


def dating_clues(article: Article, codebook: Codebook) -> list[Clue]:
    """Return the clues by which an article that prints no date was dated."""
    if article.published.basis is not Basis.INFERRED:
        return []
    background = _background(codebook, codebook.world_of(WORD.findall(article.text)))
    return find_reasons(article.text, article.published, load_grammar(), background)


def _background(codebook: Codebook, world: World) -> Background:
    """Compile each world's background once."""
    known = _backgrounds()
    if id(world) not in known:
        naming, deals = codebook.naming, frozenset(codebook.kinds).difference(codebook.encounters)
        made = Background.of(world.dossier, load_grammar(), naming.posts, naming.former, deals)
        known[id(world)] = (world, made)  # the world is kept, so that its id stays its own
    return known[id(world)][1]


@cache
def _backgrounds() -> dict[int, tuple[World, Background]]:
    return {}


def _known(codebook: Codebook) -> frozenset[str]:
    """Return the outlets that dossiers know, in lower case."""
    return frozenset[str]().union(*(world.outlets for world in codebook.worlds))


def _claims(piece: Piece) -> tuple[When | None, When | None]:
    """Return the date given by the user and the one in the file's metadata."""
    when = piece.published
    if when is None or not when.known:
        return None, None
    return (when, None) if when.basis is Basis.GIVEN else (None, when)


def _article(
    piece: Piece, text: str, part: int | None, published: When, chrome: Chrome, *, first: bool
) -> Article:
    """Make an article; the title and the byline of a file are those of the first that it holds."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=record_id("a", sha256),
        sha256=sha256,
        text=text,
        title=(piece.title if first else None) or _headline(text, chrome, piece.outlet),
        outlet=piece.outlet,
        byline=piece.byline if first else None,
        url=piece.url,
        language=piece.language or UNKNOWN,
        published=published,
        path=piece.locator,
        part=part,
    )


def _headline(text: str, chrome: Chrome, outlet: str | None) -> str | None:
    """Return the line above the first sentence that reads like a headline, and like no name of an outlet."""
    lines = (text[span.start : span.end] for span in body_of(text, chrome)[:MOST_LINES])
    signs = load_seam_signs()
    for line in (line for line in lines if not (chrome.date_line.match(line) or signs.role_of(line))):
        if len(line) >= LONGEST_HEADLINE or line.endswith("."):
            return None
        bare = signs.number.sub("", OUTLET.sub("", line).strip(LAYOUT))
        number = len(bare.split())
        if bare.casefold() == (outlet or "").casefold():
            continue
        if number >= LEAST_HEADLINE and not (bare.isupper() and number <= LONGEST_NAME):
            return bare
    return None


def _language(piece: Piece, text: str) -> str:
    """Return the language of a text; raise `ReadError` if it is no article."""
    words = WORD.findall(text)
    short = len(words) < LEAST_WORDS
    language = language_of(text, piece.language)
    if not any(len(WORD.findall(found[0])) >= LEAST_SENTENCE for found in SENTENCE.finditer(text)) and (
        short or language == UNKNOWN
    ):
        held = f"{len(words)} word{'s' * (len(words) != 1)} and no sentence" if words else "no words"
        raise ReadError(piece.where, f"the text holds {held}", "check what was saved")
    if short and language == UNKNOWN:
        what = f"{len(words)} words are too few to tell in which language the text is"
        raise ReadError(piece.where, what, "save more of the article")
    return language
