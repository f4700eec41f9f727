"""Figures that can be added up: how many went which way, as finely as that is known."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from talks.link import relations
from talks.link.relations import NEAR
from talks.models import Bound, Count

__all__ = [
    "NEAR",
    "Amount",
    "Flows",
    "Sides",
    "Way",
    "are_near",
    "best_of",
    "find_flows",
    "group_of",
    "groups",
    "size_of",
    "taker_of",
]

Sides = tuple[str, ...]  # the two sides of a negotiation, or fewer
Way = tuple[str, str | None]  # people or bodies, and to whom they went; None where that isn't told


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from `least` to `most`, both included; without `most` nobody says how many at most."""

    least: int
    most: int | None
    about: bool = False

    @classmethod
    def of(cls, count: Count) -> Amount:
        """Return the number of a figure by its bound."""
        least = 0 if count.bound is Bound.AT_MOST else count.n
        most = None if count.bound is Bound.AT_LEAST else count.n
        return cls(least, most, about=count.bound is Bound.ABOUT)

    @property
    def top(self) -> int:
        """The largest number that is named."""
        return self.least if self.most is None else self.most

    def __add__(self, other: Amount) -> Amount:
        """Add up: what is not known exactly of one is not known of the sum."""
        most = None if self.most is None or other.most is None else self.most + other.most
        return Amount(self.least + other.least, most, about=self.about or other.about)

    def reaching(self, other: Amount) -> Amount:
        """Return what lies between two accounts of one number, these included."""
        most = None if self.most is None or other.most is None else max(self.most, other.most)
        return Amount(min(self.least, other.least), most, about=self.about or other.about)


Flows = Mapping[Way, Amount]


@dataclass(frozen=True, slots=True)
class _Group:
    whole: str
    units: tuple[str, ...]


@cache
def _load_groups() -> dict[str, _Group]:
    data = tomllib.loads(Path(__file__).with_name("units.toml").read_text(encoding="utf-8"))
    return {name: _Group(row["whole"], tuple(row["units"].split())) for name, row in data.items()}


def groups() -> tuple[str, ...]:
    """Name the groups of units that are added up."""
    return tuple(_load_groups())


def group_of(unit: str) -> str | None:
    """Tell what a unit is added up with; None for what no ledger counts."""
    return next((name for name, group in _load_groups().items() if unit in group.units), None)


def are_near(one: Amount, two: Amount) -> bool:
    """Tell whether two numbers are so near to each other that they must be meant for one."""
    return relations.are_near((one.top, two.top))


def best_of(amounts: Sequence[Amount]) -> Amount:
    """Return of several numbers for one thing what most accounts give, as a range where these differ.

    Numbers far from each other are of a whole and its parts; of as many accounts the largest counts. An open
    number, such as at least 1,000, yields to one that meets it.
    """
    ordered = sorted(amounts, key=lambda amount: amount.top)
    clusters: list[list[Amount]] = []
    for amount in ordered:
        if clusters and are_near(clusters[-1][-1], amount):
            clusters[-1].append(amount)
        else:
            clusters.append([amount])
    chosen = max(clusters, key=lambda cluster: (len(cluster), cluster[-1].top))
    return _joined(_exact(chosen, ordered) or chosen)


def _exact(chosen: Sequence[Amount], everything: Sequence[Amount]) -> list[Amount]:
    """Return the numbers without an open end among some, or those that meet the open ones."""
    closed = [amount for amount in chosen if amount.most is not None and not amount.about]
    floor = max((amount.least for amount in chosen), default=0)
    met = [a for a in everything if a.most is not None and not a.about and a.least >= floor]
    return closed or (met if all(amount.most is None for amount in chosen) else [])


def _joined(amounts: Sequence[Amount]) -> Amount:
    out = amounts[0]
    for amount in amounts[1:]:
        out = out.reaching(amount)
    return out


def find_flows(counts: Iterable[Count], sides: Sides) -> dict[Way, Amount]:
    """Tell from the figures of one report how many people and bodies went which way.

    Figures "each" go both ways. A one-way figure beside one is another account of it if they are near, the
    whole of that way if it is larger, and comes on top if it is smaller: 246 each, and 31 more. Only where no
    figure has a way does one without stand for itself. What goes to a people that is no side goes the other
    way than what goes to one side.
    """
    told = _to_sides(list(counts), sides)
    out: dict[Way, Amount] = {}
    for name, group in _load_groups().items():
        own = [count for count in told if count.of in group.units]
        sided: dict[Way, Amount | None] = {(name, side): _towards(side, own, group, sides) for side in sides}
        out |= {way: amount for way, amount in sided.items() if amount is not None}
        if own and not any(sided.values()):
            whole = [Amount.of(count) for count in own if count.of == group.whole]
            out[name, None] = best_of(whole) if whole else _sum(_by_unit(own))
    return out


def _towards(side: str, counts: Sequence[Count], group: _Group, sides: Sides) -> Amount | None:
    """Return how many went to a side."""
    by_unit: dict[str, Amount] = {}
    one_way: set[str] = set()
    for unit in dict.fromkeys(count.of for count in counts):
        each = [Amount.of(c) for c in counts if c.of == unit and c.each]
        way = [Amount.of(c) for c in counts if c.of == unit and not c.each and taker_of(c, sides) == side]
        if each or way:
            by_unit[unit] = _beside(each, way)
        one_way |= {unit} if way and not each else set()
    whole = by_unit.pop(group.whole, None)
    if whole is None or not by_unit:
        return whole or (_sum(by_unit) if by_unit else None)
    if group.whole not in one_way and one_way:  # who comes on top of so many each, or is among them
        return whole.reaching(whole + _sum({unit: by_unit[unit] for unit in one_way & by_unit.keys()}))
    parts = _sum(by_unit)
    return whole if parts.least <= whole.top else whole.reaching(parts)


def _to_sides(counts: Sequence[Count], sides: Sides) -> list[Count]:
    """Give what goes to a people that is no side to the side that gets nothing of the same report else."""
    takers = {taker for count in counts if not count.each and (taker := taker_of(count, sides))}
    left = [side for side in sides if side not in takers]
    if len(takers) != 1 or len(left) != 1:
        return list(counts)
    strange = [
        count.to_party and count.to_party not in sides and taker_of(count, sides) is None for count in counts
    ]
    return [
        count.model_copy(update={"to_party": left[0]}) if other else count
        for count, other in zip(counts, strange, strict=True)
    ]


def taker_of(count: Count, sides: Sides) -> str | None:
    """Tell to which side a figure went: as is said, or the other side than it came from."""
    if count.to_party in sides:
        return count.to_party
    others = [side for side in sides if side != count.from_party]
    return others[0] if count.from_party in sides and len(others) == 1 else None


def _beside(each: Sequence[Amount], way: Sequence[Amount]) -> Amount:
    """Return how many went a way, by figures for both ways and for this one."""
    if not each or not way:
        return best_of(each or way)
    base = best_of(each)
    near = [amount for amount in way if are_near(base, amount)]
    larger = [amount for amount in way if amount.top > base.top and amount not in near]
    if larger:
        return best_of(larger)
    return _joined([base, *near]) if near else base + best_of(way)


def _by_unit(counts: Sequence[Count]) -> dict[str, Amount]:
    units = dict.fromkeys(count.of for count in counts)
    return {unit: best_of([Amount.of(c) for c in counts if c.of == unit]) for unit in units}


def _sum(by_unit: Mapping[str, Amount]) -> Amount:
    out = Amount(0, 0)
    for amount in by_unit.values():
        out += amount
    return out


def size_of(flows: Flows) -> dict[str, int]:
    """Return the largest number that went one way, of people and of bodies."""
    out: dict[str, int] = {}
    for (group, _), amount in flows.items():
        out[group] = max(out.get(group, 0), amount.top)
    return out
