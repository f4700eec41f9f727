"""An event as one line that an editor would accept, by the headlines of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from talks.headlines import WHAT, first_fitting
from talks.models import Count, Event, Mention, Precision
from talks.render.figures import figures, in_headline, measure
from talks.render.wording import load_kind_words, load_wording
from talks.views.outcomes import Overdue

__all__ = ["Sides", "counted", "headline", "joined", "last_name", "short"]

MOST_NAMES: Final = 4  # names in a headline; of more, one less and a number
ID: Final = 7  # signs of an id
VOWELS: Final = tuple("aeiou")

Sides = Sequence[tuple[str, ...]]


def headline(
    event: Event | Mention, *, rule: str | None = None, sides: Sides = (), overdue: Overdue | None = None
) -> str:
    """Put an event into one line.

    `rule` is the rule by which it was found, which may tell what it is called; `sides` are the two sides of
    each negotiation that is known. What is overdue is told as that, for it is no more to come.
    """
    kind = load_kind_words(event.kind)
    fields = _fields(event, rule, sides)
    what = first_fitting(kind.headlines[WHAT], fields) or kind.label
    templates = (*kind.headlines.get(event.status, ()), load_wording().statuses[event.status].headline)
    line = first_fitting(templates, {**fields, WHAT: what}) or what
    return _with_outcome(line[:1].upper() + line[1:], overdue)


def _with_outcome(line: str, overdue: Overdue | None) -> str:
    """Say of what is overdue that nothing is reported of it, and what was held that it might be."""
    if overdue is None:
        return line
    outcomes, perhaps = load_wording().outcomes, overdue.perhaps
    name = "perhaps" if perhaps else "overdue"
    return outcomes[name].format(line=line, id=perhaps.id[:ID] if perhaps else "")


def last_name(person: str) -> str:
    """Return the last name of a person, with the particle that belongs to it."""
    first, *rest = person.split()
    particles = load_wording().particles
    kept = next((n for n, word in enumerate(rest) if word.lower() in particles), len(rest) - 1)
    return " ".join(rest[kept:]) if rest else first


def short(party: str) -> str:
    """Return the short name of a party."""
    return load_wording().short.get(party, party)


def counted(n: int, what: str) -> str:
    """Write a number of things: 1 report, 2,000 reports."""
    return f"{n:,} {what}{'s' * (n != 1)}"


def joined(names: Sequence[str]) -> str:
    """Join names as a list in running text."""
    if len(names) > MOST_NAMES:
        left = len(names) - MOST_NAMES + 1
        names = [*names[: MOST_NAMES - 1], f"{left} others"]
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _fields(event: Event | Mention, rule: str | None, sides: Sides) -> dict[str, str]:
    """Return what is known of an event, by the names of the gaps in headlines."""
    kind, found_by = load_kind_words(event.kind), (rule or "").rpartition(".")[2]
    together = event.round is None and event.when.precision is not Precision.DAY
    found = {
        **_party_fields(event.parties, sides),
        **_round_fields(event.round),
        **_people_fields(event.people),
        **_direction_fields(event.counts, kind.whole),
        "place": event.place,
        "figures": figures(event.counts, whole=kind.whole),
        "measure": measure(event.counts),
        "name": kind.names.get(found_by),
        "several": kind.several.get(found_by) if together else None,
    }
    return {name: value for name, value in found.items() if value}


def _party_fields(parties: Sequence[str], sides: Sides) -> dict[str, str]:
    names = [short(party) for party in parties]
    if not names:
        return {}
    if len(names) == 1:
        return {"party": names[0]}
    two = _two_sides(parties, sides)
    out = {"parties": joined(_sides_first(parties, two))}
    if two:
        out |= {"pair": "–".join(map(short, two)), "sides": joined([short(party) for party in two])}
        others = [short(party) for party in parties if party not in two]
        out |= {"others": joined(others)} if others else {}
    return out


def _two_sides(parties: Sequence[str], sides: Sides) -> tuple[str, ...]:
    """Return the sides of a negotiation among the parties, or the only two there are."""
    known = (two for two in sides if set(two) <= set(parties))
    return next(known, tuple(parties) if len(parties) == 2 else ())


def _sides_first(parties: Sequence[str], two: Sequence[str]) -> list[str]:
    return [short(party) for party in (*two, *(party for party in parties if party not in two))]


def _round_fields(number: int | None) -> dict[str, str]:
    if number is None:
        return {}
    words = load_wording().ordinals
    ordinal = words[number - 1] if 0 < number <= len(words) else f"no. {number}"
    article = "an" if ordinal.startswith(VOWELS) else "a"
    return {"ordinal": ordinal, "an_ordinal": f"{article} {ordinal}"}


def _people_fields(people: Sequence[str]) -> dict[str, str]:
    names = [last_name(person) for person in people]
    if len(names) < 2:
        return {"person": names[0]} if names else {}
    return {"people": joined(names)}


def _direction_fields(counts: Sequence[Count], whole: str | None) -> dict[str, str]:
    """Tell who gives to whom, if all figures go one way; what each side gives goes both.

    Those of the headline must be told to go it: others of whom no way is told may have gone the other.
    """
    told = [count for count in counts if count.from_party or count.to_party]
    ways = {(count.from_party, count.to_party) for count in told}
    sent = {(count.n, count.of) for count in told}
    if len(ways) != 1 or any(count.each for count in counts):
        return {}
    if any((count.n, count.of) not in sent for count in in_headline(counts, whole=whole)):
        return {}
    (giver, taker), *_ = ways
    found = {"giver": giver, "taker": taker}
    return {name: short(party) for name, party in found.items() if party}
