"""The survey of a negotiation, gathered once for each state of the database."""

from __future__ import annotations

import datetime as dt
from threading import Lock

from talks.render.wording import named_kinds
from talks.store import Store
from talks.views.frames import Frame
from talks.views.survey import Asked, Survey, find_survey

__all__ = ["Surveys"]

Key = tuple[str, dt.date | None]


class Surveys:
    """Surveys by negotiation and day; all are forgotten as soon as the database is written to."""

    def __init__(self) -> None:
        self._state: object = None
        self._known: dict[Key, Survey | None] = {}
        self._lock = Lock()

    def find(self, store: Store, state: object, frame: Frame, day: dt.date | None) -> Survey | None:
        """Return a survey; None if no report has a date and no day is asked for.

        `state` is that of the database before it was opened. Only one is gathered at a time, as it asks for
        all there is.
        """
        with self._lock:
            if state != self._state:
                self._state, self._known = state, {}
            key = (frame.dossier, day)
            if key not in self._known:
                self._known[key] = find_survey(store, Asked(frame, as_of=day), named=named_kinds())
            return self._known[key]
