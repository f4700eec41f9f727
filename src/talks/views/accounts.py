"""What the reports of one event say of how many went which way, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from talks.models import Count, Event, Mention
from talks.terms import REAL
from talks.views.amounts import Amount, Sides, Way, are_near, best_of, find_flows, group_of, taker_of
from talks.views.frames import Frame

__all__ = ["Account", "Told", "put_together", "sides_of", "weigh"]

TWO = 2  # parties that are the sides of an exchange which is of no known negotiation


@dataclass(frozen=True, slots=True)
class Account:
    """How many went a way by one report."""

    amount: Amount
    mention: str


@dataclass(frozen=True, slots=True)
class Told:
    """How many went a way by all reports, with the account of each."""

    amount: Amount
    accounts: tuple[Account, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether accounts differ."""
        return len({account.amount for account in self.accounts}) > 1 or (
            self.amount.most is not None and self.amount.least != self.amount.most
        )


def sides_of(event: Event | Mention, frames: Iterable[Frame]) -> Sides:
    """Return the two sides of an exchange: of a known negotiation, else the two that take part.

    Where only some of the parties are named, the one negotiation that they can belong to counts.
    """
    known = [frame.sides for frame in frames]
    whole = [sides for sides in known if set(sides) <= set(event.parties)]
    if whole:
        return whole[0]
    if len(event.parties) == TWO:
        return tuple(sorted(event.parties))
    fitting = [sides for sides in known if set(event.parties) & set(sides) or not event.parties]
    return fitting[0] if len(fitting) == 1 and len(event.parties) < TWO else ()


def weigh(event: Event, mentions: Sequence[Mention], sides: Sides) -> dict[Way, Told]:
    """Tell how many went, or are to go, which way, by the reports that say what the event has come to."""
    real = event.status in REAL
    witnesses = [mention for mention in mentions if (mention.status in REAL) == real]
    others = [mention for mention in mentions if (mention.status in REAL) != real]
    return put_together(witnesses, others if real else (), sides)


def put_together(witnesses: Iterable[Mention], plans: Sequence[Mention], sides: Sides) -> dict[Way, Told]:
    """Tell how many went which way by some reports, whatever the plans were.

    A figure that was planned, and is repeated when it was carried out, gives way to one that was counted. The
    ways of a total are taken from the plans if these add up to it.
    """
    witnesses = list(witnesses)
    accounts: dict[Way, list[Account]] = {}
    for mention in witnesses:
        for way, amount in find_flows(mention.counts, sides).items():
            accounts.setdefault(way, []).append(Account(amount, mention.id))
    counted = _counted(witnesses, plans, sides)
    out = {}
    for way, found in accounts.items():
        kept = counted.get(way) or found
        out[way] = Told(best_of([account.amount for account in kept]), tuple(kept))
    return _with_ways(_sided(out), plans)


def _counted(
    witnesses: Iterable[Mention], plans: Sequence[Mention], sides: Sides
) -> dict[Way, list[Account]]:
    """Return by way the accounts that do not merely repeat a plan: one-way figures, or near those planned.

    A one-way figure beside so many each, as planned, comes on top of these: it is no count of the whole.
    """
    promised = {count for plan in plans for count in plan.counts}
    planned = [(way, amount) for plan in plans for way, amount in find_flows(plan.counts, sides).items()]
    out: dict[Way, list[Account]] = {}
    for mention in witnesses if planned else ():
        new = [count for count in mention.counts if count not in promised]
        each = {group_of(count.of) for count in mention.counts if count.each and count in promised}
        for way, amount in find_flows(new, sides).items():
            one_way = way[0] not in each and any(_goes(c, way, sides) for c in new if not c.each)
            if one_way or any(way == other and are_near(amount, plan) for other, plan in planned):
                out.setdefault(way, []).append(Account(amount, mention.id))
    return out


def _goes(count: Count, way: Way, sides: Sides) -> bool:
    return way == (group_of(count.of), taker_of(count, sides))


def _sided(found: dict[Way, Told]) -> dict[Way, Told]:
    """Leave out totals without a way where others tell the ways."""
    sided = {group for group, side in found if side}
    return {way: told for way, told in found.items() if way[1] or way[0] not in sided}


def _with_ways(found: dict[Way, Told], plans: Sequence[Mention]) -> dict[Way, Told]:
    """Give totals the ways that were agreed on, if these add up to them."""
    out = dict(found)
    for group in [group for group, side in found if side is None]:
        total = found[group, None]
        for plan in plans:
            ways = _split(plan, group)
            if ways and sum(ways.values()) == total.amount.least == total.amount.most:
                del out[group, None]
                amounts = {side: Amount(n, n) for side, n in ways.items()}
                out |= {(group, side): Told(amounts[side], total.accounts) for side in ways}
                break
    return out


def _split(mention: Mention, group: str) -> dict[str, int]:
    """Return the figures of a report that have a way, one for each side."""
    sided = [c for c in mention.counts if group_of(c.of) == group and c.to_party and not c.each]
    ways = {count.to_party: count.n for count in sided if count.to_party}
    return ways if len(ways) == len(sided) else {}
