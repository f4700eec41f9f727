"""The page of one statement: who said what to whom, in its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from talks.models import Manner, Span, Statement
from talks.render.chains import chain_text
from talks.render.dates import in_full
from talks.render.evidence import basis, label, marked_lines, name_of, source
from talks.render.lines import Paper, Row, Word
from talks.render.wording import load_wording
from talks.render.words import speaker_of
from talks.views.frames import Frame, offices_of
from talks.views.pages import StatementPage

__all__ = ["MANNERS", "draw_statement", "paragraphs_around"]

MANNERS: Final = {
    Manner.DIRECT: "in the speaker's own words",
    Manner.INDIRECT: "as the report puts it",
    Manner.MIXED: "partly in the speaker's own words",
}


def draw_statement(page: StatementPage, frames: Sequence[Frame], paper: Paper) -> Iterator[Row]:
    """Yield the rows of the page of a statement."""
    statement, text = page.statement, page.article.text
    offices = offices_of(frames)
    stance = load_wording().stances[statement.stance]
    who = Word(speaker_of(statement, offices), "bold")
    yield Row(body=(who, Word(f"  {stance}  ", "accent"), Word(statement.id, "dim")))
    yield Row()
    yield from marked_lines(
        text, statement.content, paper, within=paragraphs_around(text, statement.evidence.span)
    )
    yield Row()
    yield from (label(name, value) for name, value in _facts(statement) if value)
    yield label("when", in_full(statement.when), Word(f"  {basis(statement.when, text)}", "dim"))
    yield label("source", *source(page.article), Word(f"  {page.article.id[:7]}", "dim"))
    yield label("", Word(page.article.url or page.article.path or "", "dim"))
    yield label("chain", *chain_text(page.chain, page.article, offices))
    for n, (copy, article) in enumerate(page.copies):
        yield label("" if n else "told also", name_of(article), Word(f"  {copy.id[:7]}", "dim"))
    yield label("rule", Word(statement.evidence.rule, "dim"))


def _facts(statement: Statement) -> list[tuple[str, str | None]]:
    return [
        ("speaker", statement.speaker or "unknown"),
        ("party", statement.party),
        ("to", statement.to),
        ("via", statement.via),
        ("manner", MANNERS[statement.manner]),
        ("verb", statement.verb),
        ("topics", ", ".join(topic.replace("_", " ") for topic in statement.topics)),
    ]


def paragraphs_around(text: str, span: Span) -> Span:
    """Return the whole paragraphs that a span touches."""
    end = text.find("\n", span.end)
    return Span(start=text.rfind("\n", 0, span.start) + 1, end=end if end >= 0 else len(text))
