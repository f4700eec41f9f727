"""Records that were gained, lost or changed, one a line; and the words of a text that were edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from talks.models import Count, Mention, Statement
from talks.render.figures import directed
from talks.render.lines import Cell, Paper, Row, Style, Text, Word, plain, styled
from talks.render.records import Row as Fields
from talks.render.sentences import Sides, headline
from talks.render.wording import load_wording
from talks.render.words import cut, said, spoken
from talks.views.comparison import Change, Difference
from talks.views.edits import Edit, edit_of

__all__ = ["CHANGE", "ID", "MARKS", "Differences", "difference_row", "draw_edit", "mark_of", "said_of"]

CHANGE, ID = 9, 7  # columns
MARKS: Final[dict[Change, tuple[str, Style]]] = {
    "gained": ("+", "held"),
    "lost": ("−", "off"),
    "changed": ("~", "warn"),
}
TO: Final = " → "
NOTHING: Final = "none"
STATUS, FIGURES, WORDS = "status", "figures", "words"
WORDING: Final = 60  # characters that are shown of words that became others
AROUND: Final = 40  # characters of a sentence that are shown beside an edit
ELISION: Final = "…"


def mark_of(change: Change) -> Cell:
    """Return the column that tells what became of a record."""
    mark, style = MARKS[change]
    return Cell(styled(f"{mark} {change}", style), CHANGE)


@dataclass(frozen=True, slots=True)
class Differences:
    """The lines of records that are others now; offices and sides name who speaks and takes part."""

    paper: Paper
    offices: Sequence[str]
    sides: Sides

    def rows(self, found: Iterable[Difference], heading: str) -> Iterator[Row]:
        """Yield a heading, and a line for each record; nothing if there is none."""
        for n, difference in enumerate(found):
            if not n:
                yield from (Row(), Row(body=styled(heading, "bold")))
            yield self.row(difference)

    def row(self, difference: Difference) -> Row:
        """Return the line of a record: what became of it, what it tells, and its id."""
        told = difference.after or difference.before
        if told is None:
            raise ValueError("a difference is of at least one record")
        id_ = told.id if difference.after or isinstance(told, Statement) else told.article
        body = (*self._became(difference), *self._told(told))
        return Row((mark_of(difference.change),), body, styled(id_[:ID], "dim"))

    def _told(self, record: Statement | Mention) -> Text:
        if isinstance(record, Statement):
            return spoken(record, self.offices)
        words = load_wording().statuses[record.status]
        line = headline(record, rule=record.evidence[0].rule, sides=self.sides)
        date = Word(f"  {record.when.edtf or 'no date'}", "dim")
        return (Word(f"{words.mark} ", words.style), Word(line), date)

    def _became(self, difference: Difference) -> Iterator[Word]:
        """Say of what is told otherwise how it was told and is."""
        before, after = difference.before, difference.after
        if before is None or after is None:
            return
        told = (
            f"{name.replace('_', ' ')} {said_of(before, name)}{TO}{said_of(after, name)}"
            for name in difference.fields
            if name != WORDS
        )
        if line := ", ".join(told):
            yield Word(f"{line}  ", "bold")
        else:
            yield Word(f"{WORDS} {_edited(_words(before), _words(after))}  ", "bold")


def said_of(record: Any, name: str) -> str:
    """Return what a record tells in one of its fields, in words."""
    if name == STATUS:
        return load_wording().statuses[record.status].word
    if name == "date":
        return record.when.edtf or NOTHING
    if name == WORDS:
        return _words(record)
    value = getattr(record, "counts" if name == FIGURES else name)
    values = value if isinstance(value, tuple) else (value,)
    return " and ".join(_word(one) for one in values if one is not None) or NOTHING


def _word(value: Any) -> str:
    return directed(value) if isinstance(value, Count) else str(value).replace("_", " ")


def _edited(before: str, after: str) -> str:
    """Return the words that stand in one text only, and those in their place: “20” → “27”."""
    runs = edit_of(before, after).runs
    sides = (ELISION.join(run.words.strip() for run in runs if run.kept == kept) for kept in ("gone", "come"))
    return TO.join(f"“{cut(words, WORDING)}”" if words else NOTHING for words in sides)


def _words(record: Statement | Mention) -> str:
    words = said(record).words if isinstance(record, Statement) else record.evidence[0].quote
    return " ".join(words.split())


def difference_row(difference: Difference) -> Fields:
    """Turn a difference into its row; `before` and `after` hold the fields that are others."""
    told = difference.after or difference.before
    if told is None:
        raise ValueError("a difference is of at least one record")
    return {
        "record": difference.record,
        "change": difference.change,
        "id": told.id,
        "article": told.article,
        "fields": list(difference.fields),
        "before": _values(difference.before, difference.fields),
        "after": _values(difference.after, difference.fields),
        "text": _words(told),
    }


def _values(record: Statement | Mention | None, fields: Sequence[str]) -> list[str] | None:
    return [said_of(record, name) for name in fields] if record and fields else None


def draw_edit(edit: Edit, paper: Paper) -> Row:
    """Return the line of an edited sentence; without colours its words stand in [-…-] and {+…+}."""
    runs = edit.runs
    words: list[Word] = []
    for n, run in enumerate(runs):
        if run.kept == "same":
            words += plain(_shortened(run.words, first=n == 0, last=n == len(runs) - 1))
            continue
        bare = run.words.rstrip(" ")
        gone = run.kept == "gone"
        if paper.colour:
            words.append(Word(bare, "off" if gone else "held"))
        else:
            words.append(Word(f"[-{bare}-]" if gone else f"{{+{bare}+}}"))
        words.append(Word(run.words[len(bare) :]))
    return Row((Cell((), 1),), tuple(words))


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """Leave out of words that are the same what is far from those that are not."""
    if len(words) <= 2 * AROUND:
        return words
    start, end = words[:AROUND].rpartition(" ")[0], words[-AROUND:].partition(" ")[2]
    return f"{'' if first else f'{start} '}{ELISION}{'' if last else f' {end}'}"
