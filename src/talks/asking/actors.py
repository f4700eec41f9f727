"""Whom a name means."""

from __future__ import annotations

from typing import Final

from talks.asking.parsing import refuse
from talks.errors import UsageError
from talks.store import Store
from talks.views.actors import candidates
from talks.views.cast import load_cast

__all__ = ["known_actor"]

MOST_NAMED: Final = 8  # whom a part of a name can mean


def known_actor(store: Store, wanted: str) -> str:
    """Return the actor that a name, an alias or a part means; refuse what nobody or several are called."""
    found = candidates(store, wanted)
    if len(found) > 1:
        few = ", ".join(found[:MOST_NAMED]) + (", …" if len(found) > MOST_NAMED else "")
        raise UsageError(wanted, f"several are called so ({few})", "give more of the name")
    if not found:
        known = {*store.values("speaker"), *store.values("person"), *load_cast(store)}
        refuse("actor", wanted, sorted(known))
    return found[0]
