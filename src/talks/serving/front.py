"""The first page: the state of a negotiation, and its timeline as a picture."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode

from talks.asking.parsing import choose
from talks.render.agenda import item_row
from talks.render.conflicts import conflict_rows
from talks.render.ledgers import total_rows
from talks.render.position_rows import table_rows
from talks.render.promises import promise_row
from talks.render.rows import event_row
from talks.render.sentences import short
from talks.serving.answers import Answer, Asked
from talks.store import Store
from talks.views.frames import Frame, load_frames
from talks.views.survey import Survey, told_of
from talks.views.timeline import Told

__all__ = ["front"]

UNKNOWN: Final = "No negotiation yet"


def front(asked: Asked) -> Answer:
    """Answer with the state of the negotiation that is asked for, or of that which most articles tell of."""
    frames = {frame.dossier: frame for frame in told_of(asked.store)}
    if not frames:
        return Answer(UNKNOWN, lambda: {"negotiations": []}, lambda: None)
    wanted = choose("dossier", asked.query.all("dossier")[-1:], list(frames))
    frame = frames[wanted[0]] if wanted else max(frames.values(), key=lambda one: _told(asked.store, one))
    survey = asked.surveys.find(asked.store, asked.state, frame, asked.query.day())
    others = [(_title(one), "/?" + urlencode({"dossier": key}), one == frame) for key, one in frames.items()]
    return Answer(
        _title(frame),
        lambda: {"negotiations": others} | ({"situation_of": survey} if survey else {}),
        lambda: _fields(asked.store, survey) if survey else None,
    )


def _told(store: Store, frame: Frame) -> tuple[int, str]:
    return sum(1 for _ in store.articles(dossier=frame.dossier)), frame.dossier


def _title(frame: Frame) -> str:
    return " and ".join(map(short, frame.sides))


def _fields(store: Store, survey: Survey) -> dict[str, Any]:
    """Return the state by the names of the screens that tell it, each with the rows that these have."""
    now, frames = survey.situation, load_frames(store)
    sides = [frame.sides for frame in frames]
    last = now.last
    return {
        "record": "state",
        "dossier": survey.asked.frame.dossier,
        "day": survey.day.isoformat(),
        "last_round": event_row(Told(last, survey.pages[last.id].rule), sides) if last else None,
        "ahead": [item_row(survey.day, "dated", item, frames) for item in now.ahead],
        "owed": [promise_row(promise, survey.day, sides) for promise in now.owed],
        "conflicts": [row for dispute in now.disputes for row in conflict_rows(dispute, frames)],
        "swaps": list(total_rows(survey.books)),
        "positions": list(table_rows([now.table] if now.table else [])),
    }
