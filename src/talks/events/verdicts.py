"""What a judgement of a happening is, and how sure."""

from __future__ import annotations

from typing import NamedTuple

from talks.models import Status

__all__ = ["DUE", "EXPECTED", "OUTLOOK", "PLAIN", "POSTPONED", "SURE", "WEAK", "Verdict"]

WEAK, PLAIN, SURE = 0.3, 1.0, 2.0
EXPECTED = "status.expected"  # of a plan, on which nobody need have agreed
POSTPONED = "status.postponed"  # the rule of what was put off
OUTLOOK = frozenset({Status.PLANNED, Status.AGREED, Status.PROPOSED})  # of what is still to come
DUE = "status.due"  # of what is still to be handed over


class Verdict(NamedTuple):
    """A status, how sure, the verb it hangs on (-1 for none), and the rule that told."""

    status: Status
    weight: float
    verb: int
    rule: str
