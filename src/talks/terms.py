"""The closed lists: the words that fields of the records choose from."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["PAST", "REAL", "SETTLED", "Basis", "Bound", "Manner", "Precision", "Stance", "Status"]


class Precision(StrEnum):
    """How fine a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"
    APPROX = "approx"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """Why a date is believed, strongest first."""

    GIVEN = "given"  # by the user, or beside the file
    METADATA = "metadata"  # in the file's own machine-readable data
    STATED = "stated"  # printed in full in the text
    RELATIVE = "relative"  # counted from the article's date or from another event
    REFERENCE = "reference"  # of a happening that the dossier dates
    PUBLISHED = "published"  # the article's own date stands in, and says so
    INFERRED = "inferred"  # pinned down from what the text tells
    UNKNOWN = "unknown"


class Status(StrEnum):
    """What the article says has become of a happening."""

    HELD = "held"
    ONGOING = "ongoing"
    AGREED = "agreed"
    PLANNED = "planned"
    PROPOSED = "proposed"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    UNSCHEDULED = "unscheduled"


REAL = frozenset({Status.HELD, Status.ONGOING})  # it took place, or does
SETTLED = frozenset({Status.PLANNED, Status.AGREED})  # it is to be, as those who can say so have it
PAST = REAL | {Status.PAUSED}  # it has a day that is over, or is today


class Manner(StrEnum):
    """Whether an utterance is quoted, reported, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What a speaker does by an utterance."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONDITIONAL = "conditional"
    DEMANDS = "demands"
    OFFERS = "offers"
    ACCUSES = "accuses"
    DENIES = "denies"
    REPORTS = "reports"
    EXPECTS = "expects"


class Bound(StrEnum):
    """Whether a figure is exact."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
