"""What the last upgrade of engine or codebook changed of the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from talks.models import Mention, Statement
from talks.store import Rederived, Store, Upgrade, last_upgrade, rederived
from talks.views.comparison import Difference

__all__ = ["Upgraded", "difference_of", "find_upgraded"]

RECORDS: Final[dict[str, type[Statement] | type[Mention]]] = {"statement": Statement, "mention": Mention}


@dataclass(frozen=True, slots=True)
class Upgraded:
    """By what, and of how many articles, records were derived again, and what came of it.

    `records` are statements and mentions in the order in which their articles were read again; `events` are
    those that are linked otherwise.
    """

    upgrade: Upgrade
    records: tuple[Rederived, ...]
    events: tuple[Rederived, ...]

    @property
    def counts(self) -> Counter[tuple[str, str]]:
        """How many of each record were gained, lost or changed."""
        return Counter((found.record, found.change) for found in (*self.records, *self.events))


def find_upgraded(store: Store) -> Upgraded | None:
    """Return what the last upgrade changed; None if nothing was ever derived again."""
    upgrade = last_upgrade(store)
    if upgrade is None:
        return None
    found = tuple(rederived(store))
    records = tuple(row for row in found if row.record != "event")
    return Upgraded(upgrade, records, tuple(_joined(row for row in found if row.record == "event")))


def difference_of(found: Rederived) -> Difference:
    """Return a statement or a mention that was derived again as records."""
    model = RECORDS[found.record]
    before, after = (model.model_validate(told) if told else None for told in (found.before, found.after))
    return Difference(before, after, found.fields)


def _joined(found: Iterable[Rederived]) -> Iterator[Rederived]:
    """Join what became of an event in several runs: as it was before the first, and is after the last."""
    steps: dict[str, Rederived] = {}
    for row in found:
        first = steps.get(row.id)
        steps[row.id] = replace(row, before=first.before) if first else row
    for row in steps.values():
        before, after = row.before or {}, row.after or {}
        fields = tuple(name for name in before if after and before[name] != after[name])
        if not before or not after:
            if before or after:
                yield replace(row, change="lost" if before else "gained", fields=())
        elif fields:
            yield replace(row, change="changed", fields=fields)
