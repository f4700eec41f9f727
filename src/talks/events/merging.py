"""One mention a happening, though the article tells of it five times."""

from __future__ import annotations

from talks.codebook.dossier import Place
from talks.codebook.kinds import Kind, KindFile
from talks.events.happenings import Happening
from talks.models import Precision, Status

__all__ = ["REAL", "merge"]

REAL = frozenset({Status.HELD, Status.ONGOING})
PAIR = 2
LEAST = 1.0  # weight from which a happening stands by itself

Group = list[Happening]


def merge(found: list[Happening], kinds: dict[str, Kind], places: dict[str, Place]) -> list[Group]:
    """Group what tells of one happening; what is too vague joins another or is dropped."""
    return _Merger(kinds, places).merge(found)


class _Merger:
    def __init__(self, kinds: dict[str, Kind], places: dict[str, Place]) -> None:
        self.kinds, self.places = kinds, places
        self.groups: list[Group] = []

    def merge(self, found: list[Happening]) -> list[Group]:
        pointing = [h for h in found if self._points_back(h, found)]
        for happening in sorted(
            (h for h in found if h.weight >= LEAST and h not in pointing), key=lambda h: (-h.weight, h.head)
        ):
            home = self._home(happening)
            if home is not None:
                home.append(happening)
            else:
                self.groups.append([happening])
        for happening in (h for h in found if h.weight < LEAST or h in pointing):
            home = self._home(happening) or self._meeting(happening)
            if home is not None:
                home.append(happening)
        self.groups = [group for group in self.groups if not self._leads_to_another(group)]
        return sorted(self.groups, key=lambda group: min(h.head for h in group))

    def _leads_to_another(self, group: Group) -> bool:
        """Tell a journey to an encounter that is told of, too."""
        if len(group) > 1 or not group[0].journey:
            return False
        journey = group[0]
        others = (h for other in self.groups if other is not group for h in other)
        return any(
            self._file(h).encounter
            and set(h.people) & set(journey.people)
            and (h.place == journey.place or self._same_time(h, journey))
            for h in others
        )

    def _points_back(self, happening: Happening, found: list[Happening]) -> bool:
        """Tell "after the talks", which have been told of."""
        bare = not (happening.people or happening.place or happening.round or happening.when.known)
        if not (bare and happening.definite and happening.status in REAL and self._file(happening).encounter):
            return False
        return any(
            h.head < happening.head and h.weight >= LEAST and h.status in REAL and self._file(h).encounter
            for h in found
        )

    def _home(self, happening: Happening) -> Group | None:
        known = [group for group in self.groups if self._names_same(happening, group)]
        if known:
            return known[0]
        fitting = [group for group in self.groups if all(self._fits(happening, other) for other in group)]
        return min(fitting, key=lambda group: _distance(happening, group)) if fitting else None

    def _names_same(self, happening: Happening, group: Group) -> bool:
        """Tell whether a group tells of the very happening that the dossier knows."""
        same = (h for h in group if happening.reference and h.reference == happening.reference)
        return any(self._is_one(h, happening) for h in same)

    def _is_one(self, a: Happening, b: Happening) -> bool:
        return a.kind == b.kind and self._same_state(a, b) and self._same_time(a, b)

    def _meeting(self, happening: Happening) -> Group | None:
        """Return what "the meeting" means: the encounter told last, whatever its kind."""
        if not (happening.definite and self._file(happening).encounter) or happening.people:
            return None
        encounters = (group for group in self.groups if self._file(group[0]).encounter)
        before = [group for group in encounters if min(h.head for h in group) < happening.head]
        return max(
            before, key=lambda group: max(h.head for h in group if h.head < happening.head), default=None
        )

    def _file(self, happening: Happening) -> KindFile:
        return self.kinds[happening.kind].file

    def _called(self, happening: Happening) -> str | None:
        """Return what its words call it, where a kind has several sorts: a list is no memorandum."""
        return self._file(happening).headlines.names.get(happening.rule.partition(".")[2])

    def _fits(self, a: Happening, b: Happening) -> bool:
        if a.kind != b.kind or not self._same_state(a, b):
            return False
        if a.reference and b.reference:
            return a.reference == b.reference and self._same_time(a, b)
        if a.round and b.round and a.round != b.round:
            return False
        if a.status in REAL and not self._same_place(a.place, b.place):
            return False
        if not self._file(a).figured and (_are_others(a.people, b.people) or _of_others(a, b)):
            return False
        if self._called(a) and self._called(b) and self._called(a) != self._called(b):
            return False
        return not _apart(a.parties, b.parties) and self._same_time(a, b) and self._same_figures(a, b)

    def _same_place(self, one: str | None, two: str | None) -> bool:
        """Tell whether two places can be one: a town and its country, a town and its region."""
        if one is None or two is None or one == two:
            return True
        a, b = self.places.get(one), self.places.get(two)
        if a is None or b is None:
            return False
        return two in (a.country, a.within, a.region) or one in (b.country, b.within, b.region)

    def _same_state(self, a: Happening, b: Happening) -> bool:
        if a.status is b.status or not (a.sure and b.sure):
            return True
        if Status.PAUSED in (a.status, b.status):
            return False
        if Status.REJECTED in (a.status, b.status) and not (a.definite or b.definite or _share_figures(a, b)):
            return False
        if a.when.known and b.when.known:
            return self._same_time(a, b)
        return (a.status in REAL) == (b.status in REAL)

    def _same_time(self, a: Happening, b: Happening) -> bool:
        one, two = a.when, b.when
        if one.earliest is None or one.latest is None or two.earliest is None or two.latest is None:
            return True
        spans = (one.precision is Precision.SPAN) + (two.precision is Precision.SPAN)
        if spans == 1 and self._file(a).figured:
            return False  # a stage is not the whole
        return one.earliest <= two.latest and two.earliest <= one.latest

    def _same_figures(self, a: Happening, b: Happening) -> bool:
        if not self._file(a).figured or not a.counts or not b.counts or _share_figures(a, b):
            return True
        same_day = a.when.known and b.when.known and a.when.edtf == b.when.edtf
        return same_day and not self._file(a).terms


def _distance(happening: Happening, group: Group) -> tuple[bool, int]:
    same = any(h.status is happening.status for h in group)
    return not same, min(abs(h.head - happening.head) for h in group)


def _are_others(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell two encounters by who is named: of two people or more, both were at one."""
    if len(one) > 1 and len(two) > 1:
        return len(set(one) & set(two)) < PAIR
    return _apart(one, two)


def _apart(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return bool(one) and bool(two) and not set(one) & set(two)


def _of_others(a: Happening, b: Happening) -> bool:
    """Tell a summit that two held from the one that three are to hold."""
    several = len(a.people) > 1 and len(b.people) > 1
    return several and (a.status in REAL) != (b.status in REAL) and set(a.people) != set(b.people)


def _share_figures(a: Happening, b: Happening) -> bool:
    return bool({c.n for c in a.counts} & {c.n for c in b.counts})
