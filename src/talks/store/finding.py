"""Find records by an id or its beginning."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Final, Literal

from talks.errors import UnknownRecordError
from talks.models import record_id

__all__ = ["Letter", "find"]

Letter = Literal["a", "m", "e", "s"]

FEW: Final = 5  # candidates that are named when an id is ambiguous
SHOWN: Final = 5  # characters of an id on a narrow screen; less is no id that was noted
LAST: Final = "\U0010ffff"
NAMES: Final = {"a": "article", "m": "mention", "e": "event", "s": "statement"}
BY_PREFIX: Final = {
    "a": "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id",
    "m": "SELECT id FROM mentions WHERE id >= ? AND id < ? ORDER BY id",
    "e": "SELECT id FROM events WHERE id >= ? AND id < ? ORDER BY id",
    "s": "SELECT id FROM statements WHERE id >= ? AND id < ? ORDER BY id",
}
BY_MENTION: Final = """SELECT DISTINCT e.id FROM event_mentions AS l JOIN events AS e ON e.n = l.event
WHERE l.mention >= ? AND l.mention < ? ORDER BY e.id"""
LINKED: Final = "SELECT l.mention, e.id FROM event_mentions AS l JOIN events AS e ON e.n = l.event"
UNLINKED: Final = """SELECT m.id, a.superseded_by FROM mentions AS m JOIN articles AS a ON a.id = m.article
WHERE m.id >= ? AND m.id < ?"""


def find(connection: Connection, letter: Letter, prefix: str) -> str:
    """Resolve the beginning of an id; an event is also found by any of its mentions, and by ids it had."""
    by_mention = letter == "e" and prefix.startswith("m")
    query = BY_MENTION if by_mention else BY_PREFIX[letter]
    bounds = (prefix, prefix + LAST)
    found = [row[0] for row in connection.execute(f"{query} LIMIT ?", (*bounds, FEW + 1)).fetchall()]
    if letter == "e" and not found and len(prefix) >= SHOWN:
        found = _formerly(connection, prefix)
    if len(found) == 1:
        return str(found[0])
    if prefix in found:  # a whole id may begin another
        return prefix
    if found:
        raise _ambiguous(letter, prefix, found)
    raise _unlinked(connection, prefix, bounds) if by_mention else _unknown(letter, prefix)


def _formerly(connection: Connection, prefix: str) -> list[str]:
    """List the events that had an id: it is that of one of their mentions, and of another since more came."""
    linked = connection.execute(LINKED)
    return sorted({event for mention, event in linked if record_id("e", mention).startswith(prefix)})


def _unknown(letter: Letter, prefix: str) -> UnknownRecordError:
    letters = "e, or m for one of its mentions" if letter == "e" else letter
    remedy = f"an id of this kind begins with {letters}"
    return UnknownRecordError(prefix, f"no {NAMES[letter]} has this id", remedy)


def _ambiguous(letter: Letter, prefix: str, found: list[str]) -> UnknownRecordError:
    few = ", ".join(found[:FEW]) + (", …" if len(found) > FEW else "")
    return UnknownRecordError(prefix, f"several {NAMES[letter]}s begin so ({few})", "give more of the id")


def _unlinked(connection: Connection, prefix: str, bounds: tuple[str, str]) -> UnknownRecordError:
    """Say why a mention leads to no event."""
    row = connection.execute(UNLINKED, bounds).fetchone()
    if row is None:
        return _unknown("e", prefix)
    if row[1]:
        return UnknownRecordError(
            row[0], f"its article was superseded by {row[1]}", f"see `talks show article {row[1]}`"
        )
    return UnknownRecordError(row[0], "it is not linked to an event yet", "run `talks ingest` to its end")
