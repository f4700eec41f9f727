"""What several dates told together mean: days that make one, or a date each of several happenings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from talks.dates import DatePhrase
from talks.events.triggers import Hit
from talks.models import Precision, Span, When
from talks.reading import Reading, Sentence
from talks.told import clause_verb, is_from

__all__ = ["Row", "find_listed", "from_begin_to_end", "join_days"]

Row = tuple[DatePhrase, When]  # a date and what it means
DAY = dt.timedelta(days=1)
DAYS = frozenset({Precision.DAY, Precision.SPAN})
LISTED = DAYS | {Precision.MONTH, Precision.YEAR}


def join_days(reading: Reading, hit: Hit, told: Sequence[Row]) -> When | None:
    """Return the days in a row of talks that are told as one: they met on Friday and Saturday.

    Of kinds that are counted in rounds, as they last; several calls or rounds are one each.
    """
    words, head = reading.codebook.grammar.words, reading.tokens.lowers[hit.head]
    if len(told) < 2 or not reading.codebook.kinds[hit.kind].file.rounds or head in words["several"]:
        return None
    rows = sorted(told, key=lambda row: row[0].start)
    if any(when.precision is not Precision.DAY for _, when in rows):
        return None
    if not all(_is_next(reading, one, two) for one, two in pairwise(rows)):
        return None
    (first, begin), (last, end) = rows[0], rows[-1]
    spoken = Span(start=first.start, end=last.end)
    update = {"latest": end.latest, "precision": Precision.SPAN, "phrase": spoken}
    return begin.model_copy(update=update)


def _is_next(reading: Reading, one: Row, two: Row) -> bool:
    """Tell the day after another, with nothing but "and" between them."""
    between = reading.text[one[0].end : two[0].start].replace(",", " ").split()
    first, second = one[1].latest, two[1].earliest
    joined = reading.codebook.grammar.words["joined_days"].issuperset(between)
    return joined and first is not None and second is not None and second - first == DAY


def from_begin_to_end(reading: Reading, sentence: Sentence, told: Sequence[Row]) -> When | None:
    """Return the span of what "began on 8 May and ended on Saturday"."""
    words, verbs = reading.codebook.grammar.words, sentence.parse.verbs
    if not any(verb.lemma in words["beginning"] for verb in verbs):
        return None
    at = {"beginning": -1, "ending": -1}
    for number, (phrase, _) in enumerate(told):
        lemma = verbs[clause_verb(reading, sentence, phrase)].lemma if verbs else ""
        for role in at:
            if lemma in words[role] and at[role] < 0:
                at[role] = number
    if min(at.values()) < 0:
        return None
    first, last = told[at["beginning"]][1], told[at["ending"]][1]
    if first.earliest is None or last.latest is None or first.earliest >= last.latest:
        return None
    return first.model_copy(update={"latest": last.latest, "precision": Precision.SPAN})


def find_listed(reading: Reading, usable: list[Row], nearest: Row) -> list[When]:
    """Return the days of "on 28 February, 3 and 7 March": of one happening each; or the months so listed."""
    words = reading.codebook.grammar.words["listing"]
    runs: list[list[Row]] = [[]]
    for phrase, when in usable:
        before = runs[-1][-1][0] if runs[-1] else None
        between = _between(reading, before, phrase) if before else []
        alike = not runs[-1] or (runs[-1][-1][1].precision in DAYS) == (when.precision in DAYS)
        if (
            when.precision not in LISTED
            or not alike
            or not words.issuperset(between)
            or is_from(reading, phrase)
        ):
            runs.append([])
        if when.precision in LISTED:
            runs[-1].append((phrase, when))
    return next(([when for _, when in run] for run in runs if nearest in run), [])


def _between(reading: Reading, before: DatePhrase, phrase: DatePhrase) -> list[str]:
    """Return the words between two dates, but for what brackets hold and for where it was."""
    tokens, out, depth = reading.tokens, list[str](), 0
    for at in range(tokens.ending_by(before.end), tokens.at(phrase.start)):
        kind = reading.classes[at]
        depth += (kind == "(") - (kind == ")")
        if not depth and kind not in "N)" and not (kind == "i" and reading.classes[at + 1] == "N"):
            out.append(tokens.lowers[at])
    return out
