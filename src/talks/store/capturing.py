"""Store captures: the text if it is new, what its article is now known as, and what it supersedes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import Any, Final

from talks.errors import StoreError
from talks.models import Article, When
from talks.store.captures import Capture, choose, fingerprint, merge
from talks.store.records import load_articles, load_claims
from talks.store.rows import claims_row
from talks.store.tables import ARTICLES, CAPTURES, CLAIMS, Row, Table

__all__ = ["capture", "chosen", "list_captures", "mark_stale", "supersede_absent"]

IN_SLOT: Final = "r.locator = ? AND ifnull(r.part, -1) = ?"
NEW_ARTICLE: Final = Table("articles", (*ARTICLES.columns, "inputs")).insert()
ASSIGNED: Final = ", ".join(f"{column} = ?" for column in CAPTURES.columns)
UPDATE_CAPTURE: Final = " ".join(
    ("UPDATE captures AS r SET", ASSIGNED, "WHERE", IN_SLOT, "AND r.article = ?")
)
KNOWN_AS: Final = ("path", "part", *CLAIMS, "superseded_by", "inputs")
UPDATE_ARTICLE: Final = " ".join(
    ("UPDATE articles SET stale = 1,", ", ".join(f"{column} = ?" for column in KNOWN_AS), "WHERE id = ?")
)


def chosen(connection: Connection, article: Article, new: Capture) -> Article:
    """Return an article as it would be known if one more capture of it were stored."""
    stored = _captures(connection, "r.article = ?", article.id)
    mine = next((c for c in stored if c.slot == new.slot), None)
    others = [c for c in stored if c.slot != new.slot]
    return article.model_copy(update=choose([*others, replace(merge(mine, new), superseded_by=None)]))


def capture(connection: Connection, article: Article, new: Capture) -> Article:
    """Store a capture, and return its article as all its captures make it known."""
    if new.captured_at.tzinfo is None:
        raise ValueError(f"the time at which {new.locator} was captured needs a zone")
    _add_article(connection, article)
    slot = _captures(connection, IN_SLOT, *new.slot)
    mine = next((c for c in slot if c.article == new.article), None)
    others = [c for c in slot if c.article != new.article]
    current = next((c for c in others if c.superseded_by is None), None)
    late = current is not None and new.last_seen < current.last_seen
    by = current.article if current and late else None
    _write(connection, mine, replace(merge(mine, new), superseded_by=by))
    misread = [c for c in others if _is_misread(c, new)]
    _displace(connection, misread, by or new.article, reread_as=new.article)
    if not late:
        _displace(connection, [c for c in others if c not in misread], new.article)
    connection.execute("DELETE FROM set_aside WHERE locator = ?", (new.locator,))
    return _refresh(connection, article.id)


def supersede_absent(
    connection: Connection, locator: str, present: Collection[str], at: dt.datetime | None
) -> None:
    """Mark the articles that a locator no longer holds, in whatever part, as superseded by what it holds.

    What was found there after the time at which it held that stays.
    """
    found = _captures(connection, "r.locator = ? AND r.superseded_by IS NULL", locator)
    standing = [c for c in found if at is None or c.last_seen <= at]
    if present:
        _displace(connection, [c for c in standing if c.article not in present], min(present))


def mark_stale(connection: Connection, article: str) -> None:
    """Mark an article, and the events that it tells of, as to be linked anew."""
    connection.execute("UPDATE articles SET stale = 1 WHERE id = ? AND stale = 0", (article,))
    connection.execute(
        "UPDATE events SET stale = 1 WHERE n IN (SELECT l.event FROM event_mentions AS l"
        " JOIN mentions AS m ON m.id = l.mention WHERE m.article = ?)",
        (article,),
    )


def list_captures(connection: Connection, locator: str | None, article: str | None) -> Iterator[Capture]:
    """List captures of a locator or an article, or all, by locator, part and time."""
    query = " ".join(("SELECT", CAPTURES.selected, "FROM captures AS r"))
    asked = [
        (f"r.{name} = ?", value) for name, value in (("locator", locator), ("article", article)) if value
    ]
    where = " AND ".join(condition for condition, _ in asked) or "TRUE"
    order = "ORDER BY r.locator, ifnull(r.part, -1), r.captured_at, r.article"
    cursor = connection.execute(" ".join((query, "WHERE", where, order)), [value for _, value in asked])
    while rows := cursor.fetchmany(500):
        yield from map(_load, rows)


def _add_article(connection: Connection, article: Article) -> None:
    row = connection.execute("SELECT sha256 FROM articles WHERE id = ?", (article.id,)).fetchone()
    if row is None:
        head = (article.id, article.sha256, article.path, article.part)
        row = (*head, *claims_row(article), article.text, fingerprint(article))
        connection.execute(NEW_ARTICLE, row)
    elif row[0] != article.sha256:
        raise StoreError(article.id, "two texts have the same id", "report this")


def _displace(
    connection: Connection, others: Sequence[Capture], article: str, *, reread_as: str | None = None
) -> None:
    """Mark what else was found at a place as superseded by what is there now."""
    for other in others:
        became = replace(other, superseded_by=article, reread_as=reread_as or other.reread_as)
        if became != other:
            _write(connection, other, became)
            _refresh(connection, other.article)


def _is_misread(old: Capture, new: Capture) -> bool:
    """Tell whether other text was read from the same bytes before."""
    same = old.bytes_sha256 is not None and old.bytes_sha256 == new.bytes_sha256
    return same and old.last_seen <= new.last_seen


def _refresh(connection: Connection, article: str) -> Article:
    """Let an article be known as its captures make it known; superseded once it stands nowhere."""
    query = " ".join(("SELECT", ARTICLES.selected, ", r.superseded_by FROM articles AS r WHERE r.id = ?"))
    row = connection.execute(query, (article,)).fetchone()
    stored = next(load_articles(connection, [row[:-1]]))
    captures = sorted(_captures(connection, "r.article = ?", article), key=lambda c: c.slot)
    known = stored.model_copy(update=choose(captures))
    stands = any(c.superseded_by is None for c in captures)
    superseded_by = None if stands else captures[0].superseded_by
    if known != stored or superseded_by != row[-1]:
        fields = (known.path, known.part, *claims_row(known), superseded_by, fingerprint(known))
        connection.execute(UPDATE_ARTICLE, (*fields, article))
        mark_stale(connection, article)
    return known


def _write(connection: Connection, old: Capture | None, new: Capture) -> None:
    """Store a capture unless it is stored already, word for word."""
    if old is None:
        connection.execute(CAPTURES.insert(), _row(new))
    elif _row(old) != _row(new):
        connection.execute(UPDATE_CAPTURE, (*_row(new), *old.slot, old.article))


def _row(c: Capture) -> Row:
    times = (_utc(c.captured_at), _utc(c.last_seen))
    found = (c.article, c.locator, c.part, *times, c.bytes_sha256, c.encoding)
    return (*found, c.superseded_by, c.reread_as, c.told_path, c.told_part, *claims_row(c))


def _utc(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _captures(connection: Connection, condition: str, *parameters: object) -> list[Capture]:
    query = " ".join(("SELECT", CAPTURES.selected, "FROM captures AS r WHERE", condition))
    return [_load(row) for row in connection.execute(query, parameters).fetchall()]


def _load(row: Sequence[Any]) -> Capture:
    article, locator, part, captured_at, seen_at, sha256, encoding, *became, path, told_part = row[:11]
    claims = load_claims(row[11:])
    return Capture(
        article=article,
        locator=locator,
        part=part,
        captured_at=dt.datetime.fromisoformat(captured_at),
        seen_at=dt.datetime.fromisoformat(seen_at),
        bytes_sha256=sha256,
        encoding=encoding,
        superseded_by=became[0],
        reread_as=became[1],
        told_path=path,
        told_part=told_part,
        **claims | {"published": When.model_validate(claims["published"])},
    )
