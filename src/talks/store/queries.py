"""Listings, as SQL that walks an index in the order of the answer.

A listing is one to three passes, each in order of date: what is under way when the range begins, what
begins in the range, and what has no date.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, Final, TypeVar

from talks.store.listings import ARTICLE_LISTING, Condition, Listing, Range
from talks.store.rows import REACHES
from talks.store.tables import Row

__all__ = ["kept", "kept_each", "listed"]

T = TypeVar("T")
Asked = Mapping[str, Sequence[str]]
Load = Callable[[Connection, Sequence[Row]], Iterator[T]]

PAGE: Final = 256  # rows that are turned into records together
BY_DATE: Final = "ORDER BY r.earliest, r.latest, r.id"
UNDATED_LAST: Final = "ORDER BY r.earliest IS NULL, r.earliest, r.latest, r.id"
NARROW: Final = {"id", "article", "event"}  # filters that leave so few rows that they are sorted at once
SELECTIVE: Final = {"place", "speaker"}  # filters that leave fewer rows than a party or a topic does
ANY: Final = "IN (SELECT value FROM json_each(?))"


def _matches(column: str, values: Sequence[str]) -> Condition:
    if len(values) == 1:
        return f"{column} = ?", values
    return f"{column} {ANY}", [json.dumps(values)]


def _filters(listing: Listing, asked: Asked) -> Iterator[Condition]:
    for name, values in asked.items():
        if name in listing.own:
            yield _matches(f"r.{name}", values)
        elif name in listing.lists:
            table = listing.lists[name]
            owner, value = table.columns[:2]
            # The plus keeps SQLite from the index by date, which here is a scan of all that the value has.
            inner, parameters = _matches(f"+x.{value}", values)
            lookup = (
                "EXISTS (SELECT 1 FROM",
                table.name,
                f"AS x WHERE x.{owner} = r.n AND",
                inner,
                ")",
            )
            yield " ".join(lookup), parameters
        else:
            yield listing.related[name], [json.dumps(values)]


def _select(
    listing: Listing, conditions: Iterable[Condition], order: str = "", *, source: str = ""
) -> Condition:
    conditions = tuple(conditions)
    where = " AND ".join(condition for condition, _ in conditions)
    parameters = [value for _, values in conditions for value in values]
    source = source or f"{listing.table.name} AS r"
    return " ".join(("SELECT", listing.table.selected, "FROM", source, "WHERE", where, order)), parameters


def _overlaps(listing: Listing, dates: Range) -> Condition:
    """Keep what may fall into a range of dates; the plus keeps SQLite from walking an index on dates."""
    earliest, latest = listing.dates
    if dates.dated_too and dates.undated_too:
        return "TRUE", ()
    if dates.undated_too:
        return f"+r.{earliest} IS NULL", ()
    if not dates.dated_too:
        return "FALSE", ()
    return f"+r.{earliest} <= ? AND +r.{latest} >= ?", dates.edges[::-1]


def _under_way(listing: Listing, since: dt.date, rest: Sequence[Condition]) -> Condition:
    """Find what began before a day and may last until it, by how far its date can reach.

    One arm for each reach is in order by its index; SQLite merges the arms as far as they are wanted.
    """
    day, table = since.isoformat(), listing.table.name
    arms = [
        _select(
            listing,
            [(f"r.reach > 0 AND r.reach = {reach}", ()), _straddles(since, reach, day), *rest],
            source=f"{table} AS r INDEXED BY {table}_reach",
        )
        for reach in REACHES
        if reach
    ]
    query = " UNION ALL ".join(query for query, _ in arms)
    return f"{query} ORDER BY earliest, latest, id", [value for _, values in arms for value in values]


def _straddles(since: dt.date, reach: int, day: str) -> Condition:
    first = since - dt.timedelta(days=min(reach, (since - dt.date.min).days))
    return "r.earliest >= ? AND r.earliest < ? AND r.latest >= ?", (first.isoformat(), day, day)


def _driver(listing: Listing, asked: Asked) -> str | None:
    """Choose the list whose own index by date is to be walked, unless another filter leaves fewer rows."""
    if SELECTIVE & asked.keys():
        return None
    dated = (name for name, table in listing.lists.items() if "earliest" in table.columns)
    return next((name for name in dated if len(asked.get(name, ())) == 1), None)


def _in_range(listing: Listing, dates: Range, asked: Asked, standing: Iterable[Condition]) -> Condition:
    """Find what begins in a range of dates."""
    name = _driver(listing, asked)
    rest = [*_filters(listing, {key: asked[key] for key in asked if key != name}), *standing]
    if name is None:
        return _select(listing, [("r.earliest BETWEEN ? AND ?", dates.edges), *rest], BY_DATE)
    index = listing.lists[name]
    owner, value = index.columns[:2]
    source = f"{index.name} AS x CROSS JOIN {listing.table.name} AS r ON r.n = x.{owner}"
    found = (f"x.{value} = ? AND x.earliest BETWEEN ? AND ?", (*asked[name], *dates.edges))
    again = (
        "EXISTS (SELECT 1 FROM",
        index.name,
        f"AS y WHERE y.{owner} = x.{owner} AND y.ordinal < x.ordinal",
    )
    once = (" ".join(("NOT", *again, f"AND +y.{value} = x.{value})")), ())
    return _select(listing, [found, once, *rest], "ORDER BY x.earliest, x.latest, r.id", source=source)


def _by_date(
    listing: Listing, dates: Range, asked: Asked, standing: Sequence[Condition]
) -> Iterator[Condition]:
    rest = [*_filters(listing, asked), *standing]
    if dates.dated_too and dates.since:
        yield _under_way(listing, dates.since, rest)
    if dates.dated_too:
        yield _in_range(listing, dates, asked, standing)
    if dates.undated_too:
        yield _select(listing, [("r.earliest IS NULL", ()), *rest], BY_DATE)


def _in_one_pass(
    listing: Listing, dates: Range, asked: Asked, standing: Sequence[Condition], order: str
) -> Condition:
    return _select(listing, [_overlaps(listing, dates), *_filters(listing, asked), *standing], order)


def _passes(listing: Listing, filters: dict[str, Any]) -> Iterator[Condition]:
    """Write the queries that together answer a listing, with their parameters."""
    dates = Range(*(filters.pop(name, None) for name in ("since", "until", "undated")))
    standing = () if filters.pop("superseded", False) else listing.standing
    order = filters.pop("order", "date")
    choices = {"id" if name == "ids" else name: value for name, value in filters.items() if value is not None}
    asked = _choices(choices)
    if listing is ARTICLE_LISTING:
        yield _in_one_pass(listing, dates, asked, standing, "ORDER BY r.id")
    elif order == "article":
        yield _in_one_pass(listing, dates, asked, standing, "ORDER BY r.article, r.ordinal")
    elif NARROW & asked.keys():
        yield _in_one_pass(listing, dates, asked, standing, UNDATED_LAST)
    else:
        yield from _by_date(listing, dates, asked, standing)


def _choices(filters: Mapping[str, Any]) -> Asked:
    return {name: [value] if isinstance(value, str) else sorted(value) for name, value in filters.items()}


def kept(listing: Listing, filters: Mapping[str, Any]) -> Condition | None:
    """Return the condition that filters leave a record `r`, or None if they can't be asked of its kind.

    With a range of dates, what has no date is left out.
    """
    rest = {name: value for name, value in filters.items() if value}
    dates = Range(rest.pop("since", None), rest.pop("until", None))
    if rest.keys() - {*listing.own, *listing.lists, *listing.related}:
        return None
    found = (_overlaps(listing, dates), *_filters(listing, _choices(rest)), *listing.standing)
    return " AND ".join(where for where, _ in found), [value for _, values in found for value in values]


def kept_each(listing: Listing, filters: Mapping[str, Any]) -> Iterator[Condition]:
    """Yield, filter by filter, the conditions that they leave a record `r`, superseded or not.

    Of what has no date, a range of dates asks nothing.
    """
    rest = {name: value for name, value in filters.items() if value is not None}
    dates = Range(*(rest.pop(name, None) for name in ("since", "until", "undated")))
    if not dates.undated_too:
        yield _overlaps(listing, dates)
    yield from _filters(listing, _choices(rest))


def listed(
    connection: Connection, listing: Listing, load: Load[T], filters: Mapping[str, Any]
) -> Iterator[T]:
    """List records, a page at a time, nothing held but the page."""
    rest = dict(filters)
    limit = rest.pop("limit", None)
    left = -1 if limit is None else limit
    for query, parameters in _passes(listing, rest):
        cursor = connection.execute(f"{query} LIMIT ?", (*parameters, left))
        while rows := cursor.fetchmany(PAGE):
            yield from load(connection, rows)
            left -= len(rows) if limit is not None else 0
