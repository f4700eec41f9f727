"""One mention a happening, though the article tells of it five times."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from talks.codebook.kinds import Kind, KindFile
from talks.events.happenings import Happening
from talks.events.joining.bare import LEAST, are_bare, are_general
from talks.events.joining.likeness import apart, is_sum, share_figures, stand_near
from talks.events.joining.sameness import Sameness
from talks.models import Status
from talks.terms import REAL

__all__ = ["merge"]

PLACED = 0.75  # weight from which talks in a town can stand where nothing else is told
LOOKED_BACK = 20  # happenings among which "their talks" finds what it means
REACH = 8192  # tokens; what stands further apart is told as two happenings

Group = list[Happening]


@dataclass(slots=True)
class _Told:
    """A group of happenings, with what tells quickly whether another one can join it."""

    number: int
    group: Group = field(default_factory=list)
    sorts: dict[tuple[object, ...], Happening] = field(default_factory=dict)  # one of those that are alike
    heads: list[int] = field(default_factory=list)  # in order
    statuses: set[Status] = field(default_factory=set)

    def add(self, happening: Happening) -> None:
        self.group.append(happening)
        self.sorts.setdefault(_sort(happening), happening)
        insort(self.heads, happening.head)
        self.statuses.add(happening.status)

    def before(self, head: int) -> int:
        """Return the last head before another one."""
        return self.heads[bisect_left(self.heads, head) - 1]

    def distance(self, happening: Happening) -> tuple[bool, int]:
        at = bisect_left(self.heads, happening.head)
        near = self.heads[max(0, at - 1) : at + 1]
        return happening.status not in self.statuses, min(abs(head - happening.head) for head in near)


def merge(found: list[Happening], kinds: dict[str, Kind], same: Sameness) -> list[Group]:
    """Group what tells of one happening; what is too vague joins another or is dropped."""
    return _Merger(kinds, same).merge(found)


class _Merger:
    def __init__(self, kinds: dict[str, Kind], same: Sameness) -> None:
        self.kinds, self.same = kinds, same
        self.groups: list[_Told] = []
        self.near: dict[tuple[str, int], dict[int, _Told]] = {}  # by kind and stretch of the text

    def merge(self, found: list[Happening]) -> list[Group]:
        found = self._as_told(found)
        pointing = self._pointing_back(found)
        strong = (h for h in found if h.weight >= LEAST and id(h) not in pointing)
        for happening in sorted(strong, key=lambda h: (-h.weight, h.head)):
            self._add(happening, self._home(happening) or self._new())
        for happening in (h for h in found if h.weight < LEAST or id(h) in pointing):
            pointing_noun = happening.definite and not happening.parties and not happening.weight
            home = (self._meeting(happening) if pointing_noun else None) or self._home(happening)
            home = home or self._meeting(happening)
            if home is None and self._stands_alone(happening):
                home = self._new()
            if home is not None:
                self._add(happening, home)
        kept = [
            told
            for told in self.groups
            if not (
                self._leads_to_another(told)
                or are_general(told.sorts.values(), self._file(told.group[0]))
                or self._is_said_beside(told)
            )
        ]
        return [told.group for told in sorted(kept, key=lambda told: told.heads[0])]

    def _stands_alone(self, happening: Happening) -> bool:
        """Tell talks of which only the town is told, where no other encounter is: useful talks in Castrel."""
        if happening.status not in REAL or happening.weight < PLACED or not self._file(happening).rounds:
            return False
        placed = happening.place is not None and happening.place not in happening.parties
        return placed and not any(told.statuses & REAL for told in self._encounters(happening.head))

    def _is_said_beside(self, told: _Told) -> bool:
        """Tell what is too bare to stand beside another of its kind of which more is told."""
        first = told.group[0]
        file = self._file(first)
        if not (file.rounds or file.terms):
            return False
        near = self._encounters(told.heads[0]) if file.rounds else self._around(first.kind, told.heads[0])
        others = [other for other in near if other is not told]
        beside = [h for other in others for h in other.sorts.values()]
        if not are_bare(told.sorts.values(), file, beside):
            return False
        only_wanted = file.terms and told.statuses <= REAL and REAL.isdisjoint(h.status for h in beside)
        more = [other for other in others if not are_bare(other.sorts.values(), file)]
        if file.rounds and more and told.statuses <= REAL and sum(h.sure for h in told.group) > 1:
            return any(not other.statuses.isdisjoint(REAL) for other in more)  # more are due on Tuesday
        if beside and only_wanted:  # as long as the truce lasts, of one that somebody proposes
            return True
        return bool(more)

    def _as_told(self, found: list[Happening]) -> list[Happening]:
        """Take back what the dossier gave "the Castrel talks" where the article tells of some of its own."""
        real = [h for h in found if h.status in REAL and self._file(h).encounter]
        own = [h for h in real if h.when.known and h.place and (h.plain is None or len(h.plain.people) > 1)]

        def is_own(happening: Happening) -> bool:
            plain = happening.plain
            if plain is None or plain.round or not self._file(happening).encounter:
                return False
            if plain.people and not plain.place:
                return any(_is_later(h, happening) for h in own)
            if not happening.definite or plain.people or not plain.place:
                return False
            return any(h.place == plain.place and h.reference != happening.reference for h in own)

        return [h.plain if h.plain and is_own(h) else h for h in found]

    def _leads_to_another(self, told: _Told) -> bool:
        """Tell a journey to an encounter that is told of, too."""
        journey = told.group[0]
        if len(told.group) > 1 or not journey.journey:
            return False
        around = self._encounters(journey.head)
        others = (h for other in around if other is not told for h in other.sorts.values())
        return any(
            self._file(h).encounter
            and set(h.people) & set(journey.people)
            and self.same.same_time(h, journey)
            and (h.place == journey.place or h.when.known)
            for h in others
        )

    def _pointing_back(self, found: list[Happening]) -> set[int]:
        """Tell "after the talks", which have been told of."""
        real = [h for h in found if h.status in REAL and self._file(h).encounter]
        first = min((h.head for h in real if h.weight >= LEAST), default=-1)
        known = sorted((h for h in real if h.when.known and not h.definite), key=lambda h: h.head)
        back = {
            id(h)
            for h in real
            if h.definite and 0 <= first < h.head and (self._is_bare(h, known) or self._repeats(h, known))
        }
        hoped = (h for h in found if h.status is Status.PROPOSED and self._file(h).encounter)
        back |= {id(h) for h in hoped if h.definite and 0 <= first < h.head and self._is_bare(h, known)}
        return back | self._pointing_ahead(found)

    def _pointing_ahead(self, found: list[Happening]) -> set[int]:
        """Tell "the talks will be hard", when a summit is told to be planned."""
        planned = [h for h in found if h.status is Status.PLANNED and self._file(h).encounter]
        first = min((h.head for h in planned if h.when.known and h.weight >= LEAST), default=-1)
        later = (h for h in planned if 0 <= first < h.head and h.definite)
        return {
            id(h)
            for h in later
            if h.place in (None, *h.parties) and not (h.people or h.round or h.when.known)
        }

    def _is_bare(self, happening: Happening, known: list[Happening]) -> bool:
        """Tell "the talks", or "the Castrel talks" where there is no doubt which."""
        if happening.round or happening.when.known or not self._are_of_one(happening, known):
            return False
        return not happening.place or any(h.place == happening.place for h in known[:LOOKED_BACK])

    @staticmethod
    def _are_of_one(happening: Happening, known: list[Happening]) -> bool:
        """Tell "the talks with Quent", who has just been told to have met Stenmoe."""
        people = set(happening.people)
        return not people or (len(people) == 1 and any(people < set(h.people) for h in known))

    def _repeats(self, happening: Happening, known: list[Happening]) -> bool:
        """Tell "after their talks on Friday", when two have just been told to have met on Friday."""
        if happening.people or happening.round or not happening.when.known:
            return False
        last = bisect_left(known, happening.head, key=lambda h: h.head)
        near = (h for h in known[max(0, last - LOOKED_BACK) : last] if stand_near(h, happening))
        return any(
            self.same.same_place(h.place, happening.place)
            and self.same.same_time(h, happening)
            and not apart(h.parties, happening.parties)
            for h in near
        )

    def _new(self) -> _Told:
        self.groups.append(_Told(len(self.groups)))
        return self.groups[-1]

    def _add(self, happening: Happening, home: _Told) -> None:
        home.add(happening)
        for kind in {happening.kind, home.group[0].kind}:
            self.near.setdefault((kind, happening.head // REACH), {})[home.number] = home

    def _around(self, kind: str, head: int) -> list[_Told]:
        """Return the groups of a kind of which something is told near a token, in order."""
        block = head // REACH
        found: dict[int, _Told] = {}
        for at in (block - 1, block, block + 1):
            found |= self.near.get((kind, at), {})
        return [found[number] for number in sorted(found)]

    def _encounters(self, head: int) -> list[_Told]:
        """Return the groups that tell of an encounter near a token, in order."""
        kinds = [kind for kind, data in self.kinds.items() if data.file.encounter]
        found = {told.number: told for kind in kinds for told in self._around(kind, head)}
        return [found[number] for number in sorted(found)]

    def _home(self, happening: Happening) -> _Told | None:
        groups = self._around(happening.kind, happening.head)
        known = (told for told in groups if self._names_same(happening, told))
        if happening.reference and (same := next(known, None)):
            return same
        fitting = [told for told in groups if self._fits(happening, told)]
        return min(fitting, key=lambda told: told.distance(happening)) if fitting else None

    def _fits(self, happening: Happening, told: _Told) -> bool:
        """Tell whether it can be one with all of a group, or with those that tell its very figure."""
        summed, alike = is_sum(happening, told.group), told.sorts.values()
        own = [h for h in alike if share_figures(happening, h)] if self._file(happening).handover else []
        return all(self.same.fits(happening, h, summed) for h in own or alike)

    def _names_same(self, happening: Happening, told: _Told) -> bool:
        """Tell whether a group tells of the very happening that the dossier knows."""
        same = (h for h in told.sorts.values() if h.reference == happening.reference)
        return any(self.same.is_one(h, happening) for h in same)

    def _meeting(self, happening: Happening) -> _Told | None:
        """Return what "the meeting" means: the encounter told last, whatever its kind."""
        if not (happening.definite and self._file(happening).encounter):
            return None
        groups = [
            told
            for told in self._encounters(happening.head)
            if self._file(told.group[0]).encounter
            and (not happening.people or any(set(happening.people) < set(h.people) for h in told.group))
        ]
        before = [told for told in groups if told.heads[0] < happening.head]
        if happening.status is Status.PLANNED:
            before = [told for told in before if Status.PLANNED in told.statuses] or before
        elif happening.status in REAL:  # no summit that somebody only wants, or that is to come
            before = [told for told in before if told.statuses & REAL]
        return max(before, key=lambda told: told.before(happening.head), default=None)

    def _file(self, happening: Happening) -> KindFile:
        return self.kinds[happening.kind].file


def _is_later(own: Happening, known: Happening) -> bool:
    """Tell what the article tells of those of whom the dossier only knows an encounter before that."""
    return (
        own.reference != known.reference
        and own.when.earliest is not None
        and known.when.latest is not None
        and own.when.earliest > known.when.latest
        and bool(set(own.parties) & set(known.parties))
    )


def _sort(h: Happening) -> tuple[object, ...]:
    """Return what two happenings share when whatever fits one of them fits the other."""
    names = (h.kind, h.rule, h.place, h.parties, h.people, h.round, h.reference)
    return (
        *names,
        h.sorts,
        h.status,
        h.sure,
        h.definite,
        h.counts,
        h.when.earliest,
        h.when.latest,
        h.when.precision,
    )
