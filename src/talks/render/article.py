"""The page of one article: what is known of it, its text with the evidence highlighted, and its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.render.dates import in_full
from talks.render.evidence import basis, label, marked_lines, name_of
from talks.render.lines import Cell, Paper, Row, Word, styled
from talks.render.sentences import headline
from talks.render.wording import load_wording
from talks.render.words import spoken
from talks.views.frames import Frame, offices_of
from talks.views.pages import ArticlePage, evidence_of

__all__ = ["draw_article"]


def draw_article(page: ArticlePage, frames: Sequence[Frame], paper: Paper) -> Iterator[Row]:
    """Yield the rows of the page of an article."""
    article = page.article
    yield Row(body=(Word(article.title or name_of(article), "bold"), Word(f"  {article.id}", "dim")))
    yield Row()
    yield from _facts(page)
    yield Row()
    yield from marked_lines(article.text, [evidence.span for evidence in evidence_of(page)], paper)
    yield from _mentions(page, frames)
    yield from _statements(page, frames)
    yield from _copies(page)


def _facts(page: ArticlePage) -> Iterator[Row]:
    article = page.article
    published = f"{in_full(article.published)}  ({basis(article.published, article.text)})"
    facts = (
        ("outlet", article.outlet),
        ("byline", article.byline),
        ("published", published if article.published.known else "unknown"),
        ("dossier", page.dossier),
        ("url", article.url),
        ("sha256", article.sha256),
        ("replaced", f"by {page.superseded_by}" if page.superseded_by else None),
    )
    yield from (label(name, value) for name, value in facts if value)
    for capture in page.captures:
        part = f", part {capture.part + 1}" if capture.part is not None else ""
        old = f", until {capture.superseded_by[:7]} took its place" if capture.superseded_by else ""
        day = f"  {capture.captured_at:%Y-%m-%d}{old}"
        yield label("found at", f"{capture.locator}{part}", Word(day, "dim"))


def _copies(page: ArticlePage) -> Iterator[Row]:
    if not page.copies:
        return
    yield Row()
    yield Row(body=styled("The same text, counted as one source", "bold"))
    for copy in page.copies:
        date = f", {in_full(copy.article.published)}" if copy.article.published.known else ""
        part = f"  {copy.part:.0%} of the shorter one's runs of words" if copy.part is not None else ""
        body = (Word(f"{name_of(copy.article)}{date}"), Word(part, "dim"))
        yield Row((Cell((), 1),), body, styled(copy.article.id[:7], "dim"))


def _mentions(page: ArticlePage, frames: Sequence[Frame]) -> Iterator[Row]:
    if not page.mentions:
        return
    yield Row()
    yield Row(body=styled("What happened", "bold"))
    sides = [frame.sides for frame in frames]
    for mention in page.mentions:
        words = load_wording().statuses[mention.status]
        line = headline(mention, rule=mention.evidence[0].rule, sides=sides)
        date = in_full(mention.when)
        event = page.event_of.get(mention.id, mention.id)
        mark = Cell(styled(words.mark, words.style), 2)
        yield Row((mark,), (Word(line), Word(f"  {date}", "dim")), styled(event[:7], "dim"))


def _statements(page: ArticlePage, frames: Sequence[Frame]) -> Iterator[Row]:
    if not page.statements:
        return
    yield Row()
    yield Row(body=styled("What was said", "bold"))
    offices = offices_of(frames)
    for statement in page.statements:
        mark = Cell(styled("“", "accent"), 2)
        yield Row((mark,), spoken(statement, offices), styled(statement.id[:7], "dim"))
