"""Find the paths and addresses at which something was found."""

from __future__ import annotations

from typing import Final

from talks.store.store import Store

__all__ = ["find_locators"]

LAST: Final = "\U0010ffff"
KNOWN: Final = """SELECT locator FROM captures WHERE locator >= :from AND locator < :to
UNION SELECT locator FROM fetches WHERE locator >= :from AND locator < :to ORDER BY 1 LIMIT :limit"""
ASKED: Final = "SELECT DISTINCT locator FROM fetches WHERE asked = ?1 OR url = ?1 ORDER BY 1"


def find_locators(store: Store, beginning: str, *, limit: int = -1) -> list[str]:
    """List the locators that begin so; if one is that word for word, or an address led to it, only that."""
    bounds = {"from": beginning, "to": beginning + LAST, "limit": limit}
    found = [row[0] for row in store.connection.execute(KNOWN, bounds).fetchall()]
    if beginning in found:
        return [beginning]
    asked = [row[0] for row in store.connection.execute(ASKED, (beginning,)).fetchall()]
    return asked or found
