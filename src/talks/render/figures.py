"""Figures as words: 390 prisoners each, at least 1,000 bodies, a 30-day truce."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talks.models import Count
from talks.render.wording import load_wording

__all__ = ["directed", "figure", "figures", "in_headline", "measure", "way_of"]

MOST = 2  # figures in a headline


def figure(count: Count) -> str:
    """Return one figure: at least 390 prisoners each."""
    words = load_wording()
    unit = count.of.replace("_", " ")
    if count.n == 1:
        unit = words.singulars.get(count.of, unit)
    return f"{words.bounds[count.bound.value]}{count.n:,} {unit}{' each' if count.each else ''}"


def way_of(count: Count) -> str:
    """Tell from whom to whom a figure goes."""
    giver = f" from {count.from_party}" if count.from_party else ""
    taker = f" to {count.to_party}" if count.to_party else ""
    return giver + taker


def directed(count: Count) -> str:
    """Return one figure with its way: 60 prisoners from Norland to Sudria."""
    return f"{figure(count)}{way_of(count)}"


def figures(counts: Sequence[Count], *, whole: str | None = None) -> str | None:
    """Return the figures of a headline in words; `whole` is what includes the rest."""
    told = in_headline(counts, whole=whole)
    return _joined(told) if told else None


def in_headline(counts: Sequence[Count], *, whole: str | None = None) -> list[Count]:
    """Choose the figures of a headline: of each thing counted that which most reports give, two at most.

    `whole` is what includes the rest: prisoners are soldiers and civilians. Lengths and sizes are left out,
    as they go before the noun.
    """
    things = [count for count in counts if count.of not in load_wording().measures]
    chosen: dict[str, Count] = {}
    for count in [count for count in things if count.of == whole] or things:
        chosen.setdefault(count.of, count)
    return list(chosen.values())[:MOST]


def _joined(counts: Sequence[Count]) -> str:
    """Join figures, saying only once that they are for each side."""
    if all(count.each for count in counts):
        bare = [figure(count.model_copy(update={"each": False})) for count in counts]
        return " and ".join(bare) + " each"
    return " and ".join(map(figure, counts))


def measure(counts: Iterable[Count]) -> str | None:
    """Return the length or size that goes before a noun: 30-day, at least 28-point."""
    units = load_wording().measures
    found = next((count for count in counts if count.of in units), None)
    if found is None:
        return None
    return f"{load_wording().bounds[found.bound.value]}{found.n}-{units[found.of]}"
