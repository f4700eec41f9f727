"""Evidence in its context, and where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from talks.models import Article, Evidence, Span, When
from talks.render.dates import in_full
from talks.render.lines import Cell, Paper, Row, Text, Word
from talks.render.wording import load_wording

__all__ = ["basis", "context", "label", "marked", "marked_lines", "name_of", "source"]

LABEL: Final = 10  # columns for the name of a field
ELISION: Final = "…"
OPENING, CLOSING = "⟦", "⟧"


def label(name: str, *body: Word | str) -> Row:
    """Return a field of a page: its name, dim, and its value."""
    words = tuple(Word(part) if isinstance(part, str) else part for part in body)
    return Row((Cell((Word(name, "dim"),), LABEL),), words)


def marked(words: str, paper: Paper) -> Text:
    """Return highlighted words; where there is no colour, in brackets that no newspaper uses."""
    return (Word(words, "mark"),) if paper.colour else (Word(f"{OPENING}{words}{CLOSING}"),)


def context(evidence: Evidence, paper: Paper) -> Text:
    """Return a quote, highlighted, with what stands around it in its paragraph."""
    before = evidence.prefix.rpartition("\n")[2]
    after = evidence.suffix.partition("\n")[0]
    before = before if before != evidence.prefix else _from_word(before)
    after = after if after != evidence.suffix else _to_word(after)
    quote = marked(evidence.quote.replace("\n", " "), paper)
    return (Word(before, "dim"), *quote, Word(after, "dim"))


def _from_word(words: str) -> str:
    """Drop the word that the context begins in the middle of."""
    return f"{ELISION}{words.partition(' ')[2]}" if words else ""


def _to_word(words: str) -> str:
    return f"{words.rpartition(' ')[0]}{ELISION}" if words else ""


def name_of(article: Article) -> str:
    """Name an article briefly: its outlet, else its file."""
    return article.outlet or (article.path or article.id).rpartition("/")[2]


def source(article: Article) -> Text:
    """Return outlet, date, title and locator of an article."""
    title = f" “{article.title}”" if article.title else ""
    when = in_full(article.published) if article.published.known else "undated"
    return (Word(name_of(article), "bold"), Word(f", {when}{':' if title else ''}"), Word(title))


def basis(when: When, text: str | None = None) -> str:
    """Tell why a date is believed, with the words it was read from."""
    words = load_wording().bases[when.basis]
    phrase = f": “{when.phrase.of(text)}”" if when.phrase and text else ""
    return f"{words}{phrase}"


def marked_lines(
    text: str, spans: Iterable[Span], paper: Paper, *, within: Span | None = None
) -> Iterator[Row]:
    """Yield the paragraphs of a text, or of a part of it, with some spans highlighted."""
    whole = within or Span(start=0, end=len(text))
    merged = _merged(spans)
    start = whole.start
    for line in text[whole.start : whole.end].split("\n"):
        yield Row(body=_painted(text, Span(start=start, end=start + len(line)), merged, paper))
        start += len(line) + 1


def _painted(text: str, line: Span, spans: Iterable[Span], paper: Paper) -> Text:
    out: list[Word] = []
    at = line.start
    for span in spans:
        first, last = max(span.start, at), min(span.end, line.end)
        if first < last:
            out += [Word(text[at:first]), *marked(text[first:last], paper)]
            at = last
    return (*out, Word(text[at : line.end]))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if out and span.start <= out[-1].end:
            out[-1] = Span(start=out[-1].start, end=max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
