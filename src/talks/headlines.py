"""Headlines with gaps: what is not known is left out, with the words around it.

A template such as `[{ordinal} round of ]{pair} talks[ in {place}]` has gaps in braces. Words in square
brackets are left out where a gap among them can't be filled; a gap outside brackets must be filled, or the
template does not fit. Of several templates the first that fits counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

__all__ = ["FIELDS", "WHAT", "faults", "fill", "first_fitting"]

# What an event can fill a gap with; docs/kinds.md explains each.
FIELDS: Final = {
    "ordinal": "the number of a round, as a word: second",
    "an_ordinal": "the same with its article: a second, an eighth",
    "pair": "the two sides, joined by a dash: Norland–Sudria",
    "sides": "the two sides: Norland and Sudria",
    "others": "who takes part beside the two sides",
    "parties": "all who take part, if there are two or more",
    "party": "who takes part, if there is one",
    "people": "the last names of two or more people",
    "person": "the last name, if one person is named",
    "place": "where",
    "figures": "the figures: 390 prisoners each",
    "measure": "a length or size, before its noun: 30-day, 28-point",
    "giver": "the one party that hands over or releases",
    "taker": "the one party that receives",
    "several": "of what there were several, by the rule, if on no single day (`[headlines.several]`)",
    "name": "what it is called, by the rule that found it (`[headlines.names]`)",
}
WHAT: Final = "what"  # the gap for the kind's own phrase, in a headline that tells a status

GAP: Final = re.compile(r"\{(\w*)\}")
PIECE: Final = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")


def fill(template: str, fields: Mapping[str, str]) -> str | None:
    """Fill the gaps of a template, or return None if it does not fit."""
    out: list[str] = []
    for optional, required in PIECE.findall(template):
        words = optional or required
        if all(name in fields for name in GAP.findall(words)):
            out.append(words.format_map(fields))
        elif required:
            return None
    return "".join(out)


def first_fitting(templates: Iterable[str], fields: Mapping[str, str]) -> str | None:
    """Fill the first template that fits."""
    filled = (fill(template, fields) for template in templates)
    return next((line for line in filled if line is not None), None)


def faults(templates: Iterable[str], *, also: Iterable[str] = ()) -> list[str]:
    """List what is wrong with templates that are tried in turn; one must always fit."""
    known = {*FIELDS, *also}
    lines = list(templates)
    out = [fault for line in lines for fault in _faults(line, known)]
    if not out and first_fitting(lines, dict.fromkeys(also, "")) is None:
        out.append("the last headline needs a field that may be unknown; put it in brackets")
    return out


def _faults(template: str, known: set[str]) -> list[str]:
    if PIECE.sub("", template) or re.search("[{}]", GAP.sub("", template)):
        return [f"{template!r}: a bracket is not closed, or stands in another"]
    return [
        f"{template!r}: there is no field {name!r}" for name in GAP.findall(template) if name not in known
    ]
