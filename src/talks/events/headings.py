"""The day of a line without a verb, which may be to come: Talks in Castrel on Wednesday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from talks.codebook.kinds import Kind
from talks.events.happenings import Happening
from talks.models import Basis, Precision, Status
from talks.terms import REAL

__all__ = ["look_ahead"]

WEEK = dt.timedelta(days=7)


def look_ahead(found: Sequence[Happening], kinds: dict[str, Kind]) -> list[Happening]:
    """Return the happenings; one on a heading's weekday is planned where the text plans one for the next."""
    encounters = [h for h in found if kinds[h.kind].file.encounter and h.when.precision is Precision.DAY]
    planned = {h.when.earliest: h.when for h in encounters if h.status is Status.PLANNED}
    ahead = {id(h): planned[day] for h in encounters if _is_heading(h) and (day := _week_later(h)) in planned}
    return [replace(h, status=Status.PLANNED, when=ahead[id(h)]) if id(h) in ahead else h for h in found]


def _is_heading(happening: Happening) -> bool:
    read_back = happening.status in REAL and happening.when.basis is Basis.RELATIVE
    return read_back and not happening.sentence.parse.verbs


def _week_later(happening: Happening) -> dt.date | None:
    return happening.when.earliest + WEEK if happening.when.earliest else None
