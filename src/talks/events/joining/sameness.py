"""Whether two sentences of one article can tell of one happening."""

from __future__ import annotations

from datetime import date, timedelta

from talks.codebook.dossier import Place
from talks.codebook.kinds import Kind, KindFile
from talks.events.happenings import Happening
from talks.events.joining.likeness import (
    TO_COME,
    are_many_and_one,
    are_one_company,
    are_one_count,
    are_other_ranks,
    are_other_teams,
    are_others,
    are_two_refusals,
    is_another_state,
    is_of_next,
    is_undated_yet,
    of_others,
    share_figures,
)
from talks.models import Basis, Precision, Status
from talks.terms import REAL

__all__ = ["Sameness"]

OFF = frozenset({Status.CANCELLED, Status.REJECTED})  # they will not meet: the summit is called off
DUE = frozenset({Status.PLANNED, Status.AGREED})
VAGUE = frozenset({Precision.APPROX, Precision.WEEK})
ROUND = timedelta(days=2)  # between the days of one round
LEAD = 3  # paragraphs in which news is told: a headline, a date line, the first of the text
FRESH = timedelta(weeks=3)  # within which it is


class Sameness:
    """Compares happenings by kind, state, time, place, those who take part and figures."""

    def __init__(self, kinds: dict[str, Kind], places: dict[str, Place], published: date | None) -> None:
        self.kinds, self.places, self.published = kinds, places, published

    def is_one(self, a: Happening, b: Happening) -> bool:
        """Tell whether two that the dossier knows as one can be it: of one kind, state and time."""
        return a.kind == b.kind and self._same_state(a, b) and self.same_time(a, b)

    def _file(self, happening: Happening) -> KindFile:
        return self.kinds[happening.kind].file

    def _called(self, happening: Happening) -> str | None:
        """Return what its words call it, where a kind has several sorts: a list is no memorandum."""
        return self._file(happening).headlines.names.get(happening.rule.partition(".")[2])

    def _are_called_apart(self, a: Happening, b: Happening) -> bool:
        """Tell whether two are called different things; people who met are no working groups to come."""
        one, two = self._called(a), self._called(b)
        if one and two:
            return one != two
        met = [h.people for h in (a, b) if not self._called(h)] if one or two else []
        return (a.status in REAL) != (b.status in REAL) and any(len(people) > 1 for people in met)

    def fits(self, a: Happening, b: Happening, summed: bool = False) -> bool:
        """Tell whether two can be one; `summed` when their figures are known to add up."""
        if a.kind != b.kind or not self._same_state(a, b):
            return False
        if a.reference and b.reference:
            return a.reference == b.reference and self.same_time(a, b)
        if a.round and b.round and a.round != b.round:
            return False
        if a.status in REAL and not self.same_place(a.place, b.place):
            return False
        named = are_others(a.people, b.people) and not are_one_company(a, b)
        if not self._file(a).figured and (named or of_others(a, b)):
            return False
        if self._are_two_encounters(a, b) or self._are_two_handovers(a, b) or self._are_two_handovers(b, a):
            return False
        if self._are_other_sorts(a, b):
            return False
        if self._are_called_apart(a, b):
            return False
        if are_other_teams(a.parties, b.parties) or not self.same_time(a, b):
            return False
        return summed or self._same_figures(a, b)

    def _are_other_sorts(self, a: Happening, b: Happening) -> bool:
        """Tell two sorts of a kind; a truce at sea is another than one of which no sort is told.

        So it is, however surely that one is told, if only that one is of thirty days.
        """
        if a.sorts and b.sorts:
            return not a.sorts & b.sorts
        file = self._file(a)
        limited = {sort for h in (a, b) for sort in h.sorts if not file.sorts[sort].plain}
        special, general = (b, a) if b.sorts else (a, b)
        if any(file.sorts[sort].whole for sort in special.sorts):
            return bool(general.counts) and general.when.known
        figured = bool(general.counts) and not special.counts
        return file.terms and bool(limited) and (figured or (general.sure and not general.definite))

    def _are_two_encounters(self, a: Happening, b: Happening) -> bool:
        file = self._file(a)
        if (file.persons and are_other_ranks(a, b)) or (file.rounds and are_two_refusals(a, b)):
            return True
        if file.encounter and (is_of_next(a, b) or is_another_state(a, b)):
            return True
        return file.contact and are_many_and_one(a, b)

    def _are_two_handovers(self, one: Happening, two: Happening) -> bool:
        return self._is_step(one, two) or self._is_before_news(one, two)

    def _is_step(self, one: Happening, two: Happening) -> bool:
        """Tell an exchange that goes on from what was done of it on a day."""
        file = self._file(one)
        goes_on = one.status is Status.ONGOING and one.when.precision is Precision.APPROX
        done = two.status is Status.HELD and two.when.precision is Precision.DAY
        return file.handover and goes_on and done

    def _is_before_news(self, one: Happening, two: Happening) -> bool:
        """Tell an exchange of weeks ago from the one without a day that the article is about."""
        if not self._file(one).handover or self.published is None or two.when.known or two.definite:
            return False
        news = two.status is Status.HELD and two.sentence.paragraph < LEAD
        return news and one.when.latest is not None and self.published - one.when.latest > FRESH

    def same_place(self, one: str | None, two: str | None) -> bool:
        """Tell whether two places can be one: a town and its country, a town and its region."""
        if one is None or two is None or one == two:
            return True
        a, b = self.places.get(one), self.places.get(two)
        if a is None or b is None:
            return False
        return two in (a.country, a.within, a.region) or one in (b.country, b.within, b.region)

    def _same_state(self, a: Happening, b: Happening) -> bool:
        if a.status is b.status or _is_decreed(a, b) or _is_decreed(b, a):
            return True
        to_come = next((h for h in (a, b) if self._is_to_come(h)), None)
        if to_come and (a.status in REAL or b.status in REAL):
            soon = to_come.when.precision in VAGUE  # in the coming weeks, again this week: that has been
            return not soon and a.when.known and b.when.known and self.same_time(a, b)
        if is_undated_yet(a, b):
            return False
        if not (a.sure and b.sure):
            return True
        if Status.PAUSED in (a.status, b.status):
            return False
        if {a.status, b.status} == OFF or self._is_turned_down(a, b):
            return True
        if Status.REJECTED in (a.status, b.status) and not (a.definite or b.definite or share_figures(a, b)):
            return False
        if a.when.known and b.when.known:
            return self.same_time(a, b)
        if self._is_carried_out(a, b) or self._is_carried_out(b, a):
            return True
        return (a.status in REAL) == (b.status in REAL)

    def _is_turned_down(self, a: Happening, b: Happening) -> bool:
        """Tell a plan that was presented, or a truce proposed, and turned down: nobody met for it."""
        file, states = self._file(a), {a.status, b.status}
        if Status.REJECTED not in states or file.encounter or a.sorts != b.sorts:
            return False
        return Status.PROPOSED in states or (Status.HELD in states and file.drawn_up)

    def _is_to_come(self, happening: Happening) -> bool:
        """Tell what has a day that is still to come; of what is agreed, only an encounter."""
        agreed = happening.status is Status.AGREED and self._file(happening).encounter
        return happening.when.known and (happening.status in TO_COME or agreed)

    def _is_carried_out(self, one: Happening, two: Happening) -> bool:
        """Tell an exchange of 390 that is announced, and is done, or "the exchange" agreed, which goes on.

        A truce that is agreed, and one of its sort that has begun, are one.
        """
        undated = not one.when.known
        agreed = one.status is Status.AGREED and undated
        if self._file(one).terms:
            dated = two.when.known and two.when.basis is not Basis.PUBLISHED
            return agreed and two.status in REAL and (not dated or bool(one.sorts & two.sorts))
        swap = self._file(one).figured
        pointing = two.definite or not one.counts
        goes_on = pointing and two.status is Status.ONGOING and not two.counts
        announced = one.definite and not one.counts  # he had announced the swap while it was going on
        retold = two.definite and not two.counts and two.sentence is one.sentence and two.head > one.head
        figure = share_figures(one, two)
        done = two.status is Status.HELD and (announced or retold or figure)
        came = one.status is Status.PLANNED and undated and two.status is Status.HELD and figure
        return swap and (came or (agreed and (goes_on or done)))

    def same_time(self, a: Happening, b: Happening) -> bool:
        """Tell whether two can have been at one time; the days of one round may be told one by one."""
        one, two = a.when, b.when
        if one.earliest is None or one.latest is None or two.earliest is None or two.latest is None:
            return True
        spans = (one.precision is Precision.SPAN) + (two.precision is Precision.SPAN)
        if spans == 1 and self._file(a).handover:
            return False  # a stage is not the whole
        slack = ROUND if a.round and a.round == b.round else timedelta()
        return one.earliest <= two.latest + slack and two.earliest <= one.latest + slack

    def _same_figures(self, a: Happening, b: Happening) -> bool:
        if not self._file(a).figured or not a.counts or not b.counts or share_figures(a, b):
            return True
        if self._file(a).terms:
            return False
        if a.when.known and b.when.known:
            return a.when.edtf == b.when.edtf
        return a.status in REAL and b.status in REAL and are_one_count(a, b)


def _is_decreed(one: Happening, two: Happening) -> bool:
    """Tell a truce that somebody has ordered, and that is to begin on a day: from Friday."""
    return one.decreed and two.when.known and two.status in DUE
