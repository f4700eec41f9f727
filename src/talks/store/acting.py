"""Who speaks and who takes part, counted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from talks.store.store import Store

__all__ = ["Seen", "claimed_events", "speakers", "takers_part"]

# A day is only seen where it is known: of what is known by its month no first or last day is told.
SPEAKERS: Final = """SELECT r.speaker, r.party, count(*),
  min(CASE WHEN r.precision = 'day' THEN r.earliest END), max(CASE WHEN r.precision = 'day' THEN r.latest END)
FROM statements AS r JOIN articles AS a ON a.id = r.article
WHERE r.speaker IS NOT NULL AND a.superseded_by IS NULL
  AND (:since IS NULL OR r.latest >= :since) AND (:until IS NULL OR r.earliest <= :until)
  AND (:all OR a.dossier IN (SELECT value FROM json_each(:dossiers)))
GROUP BY r.speaker, r.party ORDER BY r.speaker, r.party"""
TAKERS_PART: Final = """SELECT p.person, NULL, count(*),
  min(CASE WHEN e.precision = 'day' THEN e.earliest END), max(CASE WHEN e.precision = 'day' THEN e.latest END)
FROM event_people AS p JOIN events AS e ON e.n = p.event
WHERE e.status IN (SELECT value FROM json_each(:statuses))
  AND (:since IS NULL OR e.latest >= :since) AND (:until IS NULL OR e.earliest <= :until)
  AND (:all OR EXISTS (SELECT 1 FROM event_mentions AS l JOIN mentions AS m ON m.id = l.mention
    JOIN articles AS a ON a.id = m.article
    WHERE l.event = e.n AND a.dossier IN (SELECT value FROM json_each(:dossiers))))
GROUP BY p.person ORDER BY p.person"""
CLAIMED: Final = """SELECT DISTINCT e.id FROM statements AS s
JOIN mentions AS m ON m.according_to = s.id
JOIN event_mentions AS l ON l.mention = m.id JOIN events AS e ON e.n = l.event
WHERE s.speaker = ? ORDER BY e.id"""


@dataclass(frozen=True, slots=True)
class Seen:
    """How often somebody speaks or takes part, and the first and the last known day of it."""

    name: str
    party: str | None
    number: int
    first: dt.date | None
    last: dt.date | None


def speakers(
    store: Store,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    dossiers: Collection[str] | None = None,
) -> Iterator[Seen]:
    """Count the statements of each speaker, by the party that they are made for."""
    return _seen(store, SPEAKERS, since, until, dossiers, ())


def takers_part(
    store: Store,
    statuses: Collection[str],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    dossiers: Collection[str] | None = None,
) -> Iterator[Seen]:
    """Count the events of some statuses in which each person takes part by name."""
    return _seen(store, TAKERS_PART, since, until, dossiers, statuses)


def claimed_events(store: Store, speaker: str) -> list[str]:
    """List the ids of the events that are told, by any report, as what a speaker claims."""
    return [row[0] for row in store.connection.execute(CLAIMED, (speaker,)).fetchall()]


def _seen(
    store: Store,
    query: str,
    since: dt.date | None,
    until: dt.date | None,
    dossiers: Collection[str] | None,
    statuses: Collection[str],
) -> Iterator[Seen]:
    values = {
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "all": dossiers is None,
        "dossiers": json.dumps(sorted(dossiers or ())),
        "statuses": json.dumps(sorted(statuses)),
    }
    yield from (_row(row) for row in store.connection.execute(query, values).fetchall())


def _row(row: Sequence[str | int | None]) -> Seen:
    name, party, number, first, last = row
    return Seen(str(name), str(party) if party else None, int(number or 0), _day(first), _day(last))


def _day(written: object) -> dt.date | None:
    return dt.date.fromisoformat(str(written)) if written else None
