"""Walk the keys by which mentions can be looked up, one at a time."""

from __future__ import annotations

from typing import Final

from talks.store.store import Store

__all__ = ["next_key"]

NEXT_KEY: Final = """SELECT k.key FROM link_keys AS k
CROSS JOIN mentions AS m ON m.id = k.mention CROSS JOIN articles AS a ON a.id = m.article
WHERE k.key >= ? AND k.key < ? AND a.superseded_by IS NULL ORDER BY k.key {} LIMIT 1"""


def next_key(store: Store, first: str, last: str, *, back: bool = False) -> str | None:
    """Return the first key of standing articles from one up to another; or the last, going `back`."""
    query = NEXT_KEY.format("DESC" if back else "ASC")
    row = store.connection.execute(query, (first, last)).fetchone()
    return row[0] if row else None
