"""One encounter that an article calls by two names: talks that the caption calls a meeting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talks.codebook.kinds import Kind
from talks.events.happenings import Happening
from talks.events.joining.bare import LEAST
from talks.events.joining.sameness import Sameness
from talks.terms import REAL, SETTLED

__all__ = ["join_encounters"]

LOOKED_BACK = 20  # encounters of one day, or of one person, among which one is sought
PAIR = 2

Group = list[Happening]
Key = tuple[object, ...]


def join_encounters(groups: Sequence[Group], kinds: dict[str, Kind], same: Sameness) -> list[Group]:
    """Return the groups; two of different kinds that tell of one encounter are one."""
    return _Joiner(kinds, same).join(groups)


@dataclass(slots=True)
class _Encounter:
    """What a group tells of an encounter, taken together."""

    group: Group
    people: frozenset[str]
    parties: frozenset[str]
    places: frozenset[str]
    dated: Happening | None
    references: frozenset[str]
    real: bool  # by what its weightiest words tell

    @property
    def kind(self) -> str:
        return self.group[0].kind


def _encounter(group: Group) -> _Encounter:
    telling = [h for h in group if h.weight > 0] or group
    best = max(telling, key=lambda h: h.weight)
    real = [h for h in telling if (h.status in REAL) == (best.status in REAL)]
    return _Encounter(
        group=group,
        real=best.status in REAL,
        people=frozenset(name for h in real for name in h.people),
        parties=frozenset(party for h in real if not h.assumed for party in h.parties),
        places=frozenset(h.place for h in real if h.place),
        dated=max((h for h in real if h.when.known), key=lambda h: h.weight, default=None),
        references=frozenset(h.reference for h in real if h.reference),
    )


class _Joiner:
    def __init__(self, kinds: dict[str, Kind], same: Sameness) -> None:
        self.kinds, self.same = kinds, same
        self.told: defaultdict[Key, list[_Encounter]] = defaultdict(list)

    def join(self, groups: Sequence[Group]) -> list[Group]:
        met = [_encounter(group) for group in groups if self.kinds[group[0].kind].file.contact]
        homes: dict[int, _Encounter] = {}
        for one in sorted(met, key=lambda e: -max(h.weight for h in e.group)):
            home = self._home(one)
            if home is None:
                self._keep(one)
            else:
                homes[id(one.group)] = home
                self._unite(home, one)
        return [group for group in groups if id(group) not in homes]

    def _keep(self, one: _Encounter) -> None:
        for key in _keys(one):
            self.told[key].append(one)

    def _home(self, one: _Encounter) -> _Encounter | None:
        """Return the encounter of another kind that one is, if there is only one that it can be."""
        near = {id(other): other for key in _keys(one) for other in self.told[key][-LOOKED_BACK:]}
        fitting = [other for other in near.values() if other.kind != one.kind and self._are_one(one, other)]
        return fitting[0] if len(fitting) == 1 else None

    def _are_one(self, one: _Encounter, other: _Encounter) -> bool:
        if any(not self.kinds[e.kind].file.encounter for e in (one, other)):
            return _is_in_same_words(one, other)
        if one.references & other.references and one.real and other.real:
            return True
        if not self._agree(one, other):
            return False
        if not (one.dated and other.dated):
            return self._is_told_again(one, other)
        a, b = one.dated.when, other.dated.when
        shared = len(one.people & other.people) >= PAIR or len(one.parties & other.parties) >= PAIR
        return (a.earliest, a.latest) == (b.earliest, b.latest) and shared

    @staticmethod
    def _is_told_again(one: _Encounter, other: _Encounter) -> bool:
        """Tell what has no day of its own by whom it was with: after his meeting with Quent."""
        return one.real and not one.dated and bool(one.people) and one.people <= other.people

    def _agree(self, one: _Encounter, other: _Encounter) -> bool:
        """Tell whether nothing that is told of the two tells them apart."""
        settled = all(any(h.status in SETTLED for h in e.group) for e in (one, other))
        if one.real != other.real or not (one.real or settled):
            return False
        if any(h.round for h in (*one.group, *other.group)):
            return False
        if not _are_nested(one.people, other.people):
            return False
        same_pair = len(one.people) >= PAIR and one.people == other.people  # whoever is told beside them
        if not same_pair and not _are_nested(one.parties, other.parties):
            return False
        return all(self.same.same_place(a, b) for a in one.places for b in other.places)

    def _unite(self, home: _Encounter, one: _Encounter) -> None:
        kind = self._kind(home, one)
        home.group[:] = [replace(h, kind=kind) for h in (*home.group, *one.group)]
        home.people, home.parties = home.people | one.people, home.parties | one.parties
        home.places, home.dated = home.places | one.places, home.dated or one.dated

    def _kind(self, home: _Encounter, one: _Encounter) -> str:
        """Return what it is: a call, a summit, else what it is called more often."""
        for told, other in ((home, one), (one, home)):
            file = self.kinds[told.kind].file
            if file.of_leaders or (not file.encounter and not _is_told_besides(other, told)):
                return told.kind
        named = Counter(h.kind for h in (*home.group, *one.group))
        return max((home.kind, one.kind), key=lambda kind: named[kind])


def _are_nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell names all of which are among the others, or none at all."""
    return not one or not other or one <= other or other <= one


def _is_in_same_words(one: _Encounter, other: _Encounter) -> bool:
    """Tell a call from the talk at which leaders are who only speak of talks: they are one sentence."""
    spoken = {h.sentence.start for h in other.group}
    both = one.real and other.real and one.people == other.people
    return both and all(h.sentence.start in spoken for h in one.group)


def _is_told_besides(meeting: _Encounter, call: _Encounter) -> bool:
    """Tell a meeting of which more is told than that the two also spoke at it."""
    spoken = {h.sentence.start for h in call.group}
    return any(h.weight >= LEAST and h.sentence.start not in spoken for h in meeting.group)


def _keys(one: _Encounter) -> Iterator[Key]:
    """Yield what another group of the same encounter shares."""
    yield from (("reference", name) for name in sorted(one.references))
    yield from (("person", name) for name in sorted(one.people))
    if one.dated:
        yield ("day", one.dated.when.earliest, one.dated.when.latest)
