"""When articles were published, and when they came: what screens of the past and of news ask for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection
from sqlite3 import Connection
from typing import Any, Final

from talks.store.listings import MENTION_LISTING, EventFilters
from talks.store.queries import kept_each

__all__ = [
    "arrived_after",
    "last_arrival",
    "last_published",
    "published_by",
    "published_from",
    "reported_by",
    "taking_over",
    "undated",
]

PUBLISHED_BY: Final = """SELECT id FROM articles
WHERE id IN (SELECT value FROM json_each(?)) AND published_latest <= ?"""
OUT: Final = """SELECT l.event FROM mentions AS r JOIN articles AS a ON a.id = r.article
JOIN event_mentions AS l ON l.mention = r.id WHERE a.published_latest <= ?"""
LAST_PUBLISHED: Final = """SELECT a.published_earliest FROM articles AS a
WHERE a.superseded_by IS NULL AND a.published_earliest IS NOT NULL AND ifnull(a.published_earliest <=
  (SELECT date(min(c.captured_at), '+1 day') FROM captures AS c WHERE c.article = a.id), TRUE)
ORDER BY a.published_earliest DESC LIMIT 1"""
UNDATED: Final = """SELECT count(*) FROM articles AS a WHERE a.superseded_by IS NULL
AND a.published_latest IS NULL AND EXISTS (SELECT 1 FROM mentions AS m WHERE m.article = a.id)"""
PUBLISHED_FROM: Final = """SELECT id FROM articles
WHERE superseded_by IS NULL AND published_latest >= ? ORDER BY id"""
ARRIVED_AFTER: Final = """SELECT c.article FROM captures AS c JOIN articles AS a ON a.id = c.article
WHERE a.superseded_by IS NULL GROUP BY c.article HAVING min(c.captured_at) > ? ORDER BY c.article"""
TAKING_OVER: Final = """SELECT DISTINCT superseded_by FROM captures
WHERE superseded_by IN (SELECT value FROM json_each(?))"""
LAST_ARRIVAL: Final = "SELECT max(captured_at) FROM captures"


def published_by(connection: Connection, day: dt.date, articles: Collection[str]) -> set[str]:
    """Return those of some articles that had surely been published by the end of a day."""
    parameters = (json.dumps(list(articles)), day.isoformat())
    return {row[0] for row in connection.execute(PUBLISHED_BY, parameters).fetchall()}


def reported_by(connection: Connection, day: dt.date, filters: EventFilters) -> list[str]:
    """List the events of which reports published by a day tell what is asked, maybe each a part of it.

    These are all that those reports can tell to be so, and more: most may tell otherwise.
    """
    asked: dict[str, Any] = dict(filters)
    asked.pop("limit", None)
    ids = asked.pop("ids", None)
    told = [(f"{OUT} AND {where}", values) for where, values in kept_each(MENTION_LISTING, asked)]
    arms = told or [(OUT, ())]
    both = " INTERSECT ".join(arm for arm, _ in arms)
    query = " ".join(("SELECT id FROM events WHERE n IN (", both, ") ORDER BY id"))
    parameters = [value for _, values in arms for value in (day.isoformat(), *values)]
    found = (row[0] for row in connection.execute(query, parameters).fetchall())
    wanted = {ids} if isinstance(ids, str) else ids
    return [key for key in found if wanted is None or key in wanted]


def published_from(connection: Connection, day: dt.date) -> list[str]:
    """List the articles that may have been published on a day or later."""
    return [row[0] for row in connection.execute(PUBLISHED_FROM, (day.isoformat(),)).fetchall()]


def last_published(connection: Connection) -> dt.date | None:
    """Return the last of the days on which standing articles can first have been published.

    One that is dated after the day on which it was found is misdated, and tells nothing of today; a day more
    is left for clocks that are ahead.
    """
    found = connection.execute(LAST_PUBLISHED).fetchone()
    return dt.date.fromisoformat(found[0]) if found else None


def undated(connection: Connection) -> int:
    """Count the articles that report something and have no date."""
    (number,) = connection.execute(UNDATED).fetchone()
    return int(number)


def arrived_after(connection: Connection, moment: dt.datetime) -> list[str]:
    """List the articles whose text was first found anywhere after a moment."""
    written = moment.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return [row[0] for row in connection.execute(ARRIVED_AFTER, (written,)).fetchall()]


def taking_over(connection: Connection, articles: Collection[str]) -> set[str]:
    """Return those of some articles that took the place of another at its path or address."""
    found = connection.execute(TAKING_OVER, (json.dumps(list(articles)),))
    return {row[0] for row in found.fetchall()}


def last_arrival(connection: Connection) -> dt.datetime | None:
    """Return when a text was last found first at a place; None if there is none."""
    (moment,) = connection.execute(LAST_ARRIVAL).fetchone()
    return dt.datetime.fromisoformat(moment) if moment else None
