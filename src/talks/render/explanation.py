"""An article with all that was recognised in it, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Final

from talks.render.dates import in_full
from talks.render.evidence import basis, name_of
from talks.render.lines import Cell, Paper, Row, Style, Word, styled
from talks.render.records import json_text
from talks.views.explanation import Annotation, Explanation

__all__ = ["explanation_jsonl", "explanation_lines"]

RECORD, RULE = 9, 28  # columns
STYLES: Final[dict[str, Style]] = {"mention": "held", "statement": "accent", "date": "planned"}


def explanation_jsonl(explanation: Explanation) -> Iterator[str]:
    """Yield the article, then its annotations, one object a line."""
    yield json_text({"record": "article", "text": explanation.article.text})
    yield from (json_text(asdict(annotation)) for annotation in explanation.annotations)


def explanation_lines(explanation: Explanation, paper: Paper) -> Iterator[str]:
    """Yield the paragraphs of an article, each with what was found in it."""
    return paper.write_all(_rows(explanation))


def _rows(explanation: Explanation) -> Iterator[Row]:
    article, text = explanation.article, explanation.article.text
    yield Row(body=styled(article.title or name_of(article), "bold"))
    published = f"published {in_full(article.published)} ({basis(article.published, text)})"
    yield Row(body=styled(f"{published} · dossier {explanation.dossier or 'none'}", "dim"))
    body = {span.start for span in explanation.body}
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            yield Row()
            yield Row(body=(Word(line),)) if start in body else Row(body=styled(f"[page] {line}", "dim"))
            yield from _found([a for a in explanation.annotations if start <= a.start < end])
        start = end + 1


def _found(annotations: Iterable[Annotation]) -> Iterator[Row]:
    for found in annotations:
        style = STYLES.get(found.record, "")
        cells = (
            Cell((), 1),
            Cell((Word(found.record, style),), RECORD),
            Cell((Word(found.rule or "", "dim"),), RULE),
        )
        words = found.text.replace("\n", " ")
        yield Row(cells, (Word(f"“{words}”"), Word(f"  {_value(found)}", "bold")))


def _value(found: Annotation) -> str:
    """Put into words what an annotation means."""
    if isinstance(found.value, dict):
        return " · ".join(_fact(value) for name, value in found.value.items() if value and name != "counts")
    date = f" ({found.precision}, {found.basis})" if found.precision else ""
    return f"{found.value}{date}" if found.value is not None else ""


def _fact(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
