"""What should have come about by a day, though no report says that it did or was called off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from talks.models import Event, Status, When
from talks.views.nearby import Held

if TYPE_CHECKING:  # the past brings all of linking, which the present does without
    from talks.views.past import History

__all__ = ["Overdue", "find_overdue", "is_overdue"]

FIRM: Final = frozenset({Status.AGREED, Status.PLANNED})  # what should have happened once its date is over


@dataclass(frozen=True, slots=True)
class Overdue:
    """That the day of an event is over, and no report says what came of it; `perhaps` was held near it."""

    perhaps: Event | None = None


def find_overdue(history: History, events: Collection[Event], day: dt.date | None) -> dict[str, Overdue]:
    """Return which events are overdue on a day, that up to which reports tell, by their ids."""
    passed = [event for event in events if is_overdue(event, event.when, day)]
    held = Held(history, [(event, event.when) for event in passed])
    return {event.id: Overdue(next(iter(held.near(event, event.when)), None)) for event in passed}


def is_overdue(event: Event, when: When, day: dt.date | None) -> bool:
    """Tell whether what is meant for some time should have come about before a day, by all that is known."""
    return event.status in FIRM and day is not None and when.latest is not None and when.latest < day
