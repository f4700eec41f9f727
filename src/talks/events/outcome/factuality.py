"""What those who tell of a happening make of it: denied, doubted, falsely told, or it fell through."""

from __future__ import annotations

from collections.abc import Container, Iterator

from talks.codebook.grammar import plural
from talks.dates.meaning import Offset
from talks.events.outcome.gerunds import Gerunds
from talks.events.phrases import attends, end_of_clause, occurs
from talks.events.verdicts import PLAIN, WEAK, Verdict
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Verb
from talks.terms import SETTLED

__all__ = ["Factuality"]

TOLD_AS_FACT = frozenset({Status.HELD, Status.ONGOING, Status.AGREED, Status.PAUSED})
ENDS = frozenset({Status.PAUSED, Status.CANCELLED})
UNDONE = frozenset({Status.CANCELLED, Status.UNSCHEDULED})
LEAD = 3  # tokens before a clause in which its day stands
NOT = "x"  # the class of negations
DEPTH = 4  # clauses within clauses that are looked at


class Factuality:
    """The clauses above a happening's own, in one sentence."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.verbs = sentence.parse.verbs
        self.phrases = sentence.parse.phrases
        self.words, self.grammar = reading.codebook.statuses.truth, reading.codebook.grammar.words
        self.reading, self.sentence = reading, sentence
        self.gerunds = Gerunds(reading, sentence)
        self.answers = reading.codebook.statuses.object
        self.lowers, self.governors = reading.tokens.lowers, reading.codebook.statuses.governor

    def settle(self, verdict: Verdict) -> Verdict | None:
        """Return the verdict as far as it stands; None for what is denied, doubted or told as untrue."""
        if verdict.verb < 0:
            return verdict
        if self._is_unreal(self.verbs[verdict.verb]):
            return None
        if verdict.status in SETTLED and self._was_only_meant(self.verbs[verdict.verb]):
            return verdict._replace(status=Status.CANCELLED, weight=max(verdict.weight, PLAIN))
        if verdict.status is Status.PROPOSED and self._is_overdue(verdict.verb):
            return self._overdue(verdict)
        denied = any(map(self._is_denied, self._above(verdict.verb)))
        if verdict.status is Status.PROPOSED and (denied or self._is_missed(self.verbs[verdict.verb])):
            return None
        if verdict.status in UNDONE and self.gerunds.is_feared(self.verbs[verdict.verb]):
            return verdict._replace(status=Status.PLANNED, weight=WEAK)  # it still stands
        if denied and verdict.status is Status.PLANNED:
            return verdict._replace(status=Status.UNSCHEDULED)  # denied that they would meet
        ended = (denied and verdict.status is Status.CANCELLED) or (
            verdict.status in ENDS and self._may_be(verdict.verb)
        )
        if ended or self._is_unclear(self.verbs[verdict.verb]) or self._is_rate(self.verbs[verdict.verb]):
            return None
        if verdict.status not in TOLD_AS_FACT:
            return verdict
        return None if self._is_none(verdict.verb) else verdict

    def _is_none(self, number: int) -> bool:
        """Tell what is told as fact and is none: tried in vain, a habit, without proof, or doubted."""
        verb = self.verbs[number]
        if self._is_vain(verb) or self._is_habit(verb) or self._is_unproven(verb):
            return True
        return any(map(self._is_doubted, self._above(number)))

    def _above(self, number: int) -> Iterator[Verb]:
        """Yield the verb that takes each of the clauses in which a verb stands."""
        for _ in range(DEPTH):
            verb = self.verbs[number]
            if not 0 <= verb.governor < number:
                return
            if verb.form == "finite" or self.gerunds.is_taken(verb):
                yield self.verbs[verb.governor]
            number = verb.governor

    def _may_be(self, number: int) -> bool:
        """Tell an end that is only possible, or wanted: may call off the talks, threatened to leave them."""
        for _ in range(DEPTH):
            verb = self.verbs[number]
            above = self.verbs[verb.governor] if 0 <= verb.governor < number else None
            if verb.modal in self.grammar["possible"] and not verb.negated:
                return True
            if above is None:
                return False
            announced = verb.form == "infinitive" or verb.modal in self.grammar["hypothetical"]
            if announced and not self.words["threatening"].isdisjoint((above.lemma, self.lowers[above.end])):
                return True
            number = verb.governor
        return False

    def _is_denied(self, above: Verb) -> bool:
        """Tell "denied that he had asked for talks"."""
        return above.lemma in self.words["denying"] and not above.negated

    def _is_doubted(self, above: Verb) -> bool:
        if above.lemma in self.words["denying"]:
            return not above.negated
        if self._is_false(above):
            return True
        nobody = above.negated or self.has_no_subject(above)
        return above.lemma in self.words["doubting"] or (nobody and above.lemma in self.words["telling"])

    def _is_unclear(self, verb: Verb) -> bool:
        """Tell what may or may not be: it was unclear whether they would meet."""
        if verb.marker not in self.grammar["condition"]:
            return False
        marked = next((at for at in range(verb.start, 0, -1) if self.lowers[at] == verb.marker), 0)
        return self.lowers[marked - 1] in self.words["unclear"]

    def _is_rate(self, verb: Verb) -> bool:
        """Tell by what others are counted, or those polled: for every soldier freed, 30 will be released."""
        owner = self.phrases[verb.subject] if verb.subject >= 0 else None
        if owner is None or self.lowers[owner.end - 1] in self.grammar["polled"]:
            return owner is not None  # 62 percent of Norlanders oppose a truce
        return verb.form == "participle" and self.lowers[owner.start] in self.grammar["each_one"]

    def _is_false(self, verb: Verb) -> bool:
        """Tell "falsely reported that"."""
        around = self.lowers[max(0, verb.start - 1) : verb.end + 1]
        return not self.words["falsely"].isdisjoint(around)

    def has_no_subject(self, verb: Verb) -> bool:
        """Tell what nobody does, no side, or not all."""
        subject = self.phrases[verb.subject] if verb.subject >= 0 else None
        if subject is None:
            return False
        first, last = self.lowers[subject.start], self.lowers[subject.end - 1]
        if (
            self.reading.classes[subject.start - 1 : subject.start] == NOT
            and first in self.words["everybody"]
        ):
            return True
        no_side = first in self.grammar["none"] and last in self.words["somebody"]
        return first in self.words["nobody"] or (no_side and verb.name != "be")

    def _is_vain(self, verb: Verb) -> bool:
        """Tell "failed to agree", "were unable to meet", "almost agreed", "nobody came"."""
        group = self.lowers[verb.start - 1 : verb.end] if verb.start else ()
        if self.has_no_subject(verb) or not self.words["barely"].isdisjoint(group):
            return True
        for _ in range(DEPTH):
            if verb.form != "infinitive" or not verb.start:
                return False
            if self.lowers[verb.start - 1] in self.words["unable"]:
                return True
            if not 0 <= verb.governor < len(self.verbs):
                return False
            verb = self.verbs[verb.governor]
            if verb.lemma in self.words["failing"]:
                return True
        return False

    def failing(self, number: int) -> int:
        """Return the verb by which something was tried in vain, or -1: they failed to reach a deal."""
        while (
            number >= 0 and self.verbs[number].form == "infinitive" and self.verbs[number].governor < number
        ):
            number = self.verbs[number].governor
        verb = self.verbs[number] if number >= 0 else None
        vain = verb is not None and verb.lemma in self.words["failing"] and verb.tense == "past"
        return number if vain else -1

    def _is_missed(self, verb: Verb) -> bool:
        """Tell "failed to produce a truce", which nobody need have proposed."""
        above = self.verbs[verb.governor] if 0 <= verb.governor < len(self.verbs) else None
        return verb.form == "infinitive" and above is not None and above.lemma in self.words["failing"]

    def _is_unreal(self, verb: Verb) -> bool:
        """Tell what would have been, and what it hung on: had the truce held, they would have met."""
        would = [v for v in self.verbs if v.perfect and v.modal in self.grammar["hypothetical"]]
        if not would:
            return False
        opened = not self.grammar["inverted"].isdisjoint(
            self.lowers[self.sentence.first : self.sentence.first + 2]
        )
        ifs = [
            v for v in self.verbs if v.marker in self.grammar["condition"] and v.perfect and v not in would
        ]
        condition = verb in ifs or (opened and verb.start < would[0].clause)
        return (opened or bool(ifs)) and (verb in would or condition)

    def _is_habit(self, verb: Verb) -> bool:
        """Tell what is done time and again: the two sides regularly exchange the dead."""
        group = self.lowers[max(0, verb.start - 1) : verb.end + 1]
        return verb.tense == "present" and not self.grammar["habitual"].isdisjoint(group)

    def _is_unproven(self, verb: Verb) -> bool:
        """Tell the clause of a noun that there is none of: no sign that they met, no indication he called."""
        if verb.form != "finite":
            return False
        start = min(verb.clause, self.phrases[verb.subject].start if verb.subject >= 0 else verb.clause)
        owners = (p for p in self.phrases if p.end == start and p.end - p.start > 1)
        return any(self.lowers[owner.start] in self.grammar["none"] for owner in owners)

    def _was_only_meant(self, verb: Verb) -> bool:
        """Tell a plan of which the words around it say that it has not come about."""
        return self._fell_through(verb) or self._was_due(verb) or self._was_to_have(verb)

    def _fell_through(self, verb: Verb) -> bool:
        """Tell a plan that came to nothing: they were to meet but Quent did not come; it never began."""
        return any(self._comes_to_nothing(later) for later in self.verbs if later.start > verb.start)

    def _was_due(self, verb: Verb) -> bool:
        """Tell "had been scheduled to host them", of what did not come about as it was meant to."""
        above = self.verbs[verb.governor] if verb.form == "infinitive" and verb.governor >= 0 else None
        meant = above is not None and above.lemma in self.governors  # not: an agreement had been made to meet
        due = above is not None and ((above.passive and meant) or above.lemma == "be")
        begins = verb.lemma in self.words["occurring"] | self.grammar["beginning"]
        acts = not begins and not verb.passive
        return (
            due
            and acts
            and above is not None
            and above.perfect
            and above.tense == "past"
            and not above.marker
        )

    def _was_to_have(self, verb: Verb) -> bool:
        """Tell "were to have met", of what did not come about as it was meant to."""
        above = self.verbs[verb.governor] if verb.form == "infinitive" and verb.governor >= 0 else None
        meant = above is not None and above.lemma == "be" and above.tense == "past" and not above.negated
        return meant and verb.perfect

    def _overdue(self, verdict: Verdict) -> Verdict:
        """Return what became of a thing that had its day: should have begun on Monday, and began later."""
        due = self.verbs[verdict.verb]
        later = ((n, v) for n, v in enumerate(self.verbs) if v.start > due.end and v.lemma == due.lemma)
        done = (n for n, v in later if v.tense == "past" and not (v.negated or v.modal or v.marker))
        late = next(done, -1)
        if late < 0:
            return verdict._replace(status=Status.CANCELLED)
        return verdict._replace(status=Status.HELD, verb=late)

    def _is_overdue(self, number: int) -> bool:
        """Tell "should have begun on Monday", of what had its day and did not come about."""
        verb = self.verbs[number]
        above = self.verbs[verb.governor] if verb.form == "infinitive" and verb.governor >= 0 else verb
        meant = above.modal in self.grammar["obliging"] and not above.negated and not above.marker
        if not meant or not (above.perfect or verb.perfect):
            return False
        first = max(self.sentence.first, above.clause - LEAD)
        days = self.reading.dates_in(first, end_of_clause(self.sentence, number))
        return any(phrase.relation == "on" and not isinstance(phrase.meaning, Offset) for phrase in days)

    def is_unbegun(self, counted: Container[str]) -> bool:
        """Tell a row that broke out before a single prisoner, of those who are counted, had been freed."""
        for verb in self.verbs:
            if verb.marker in self.words["preceding"] and verb.subject >= 0:
                phrase = self.phrases[verb.subject]
                *first, last = self.lowers[phrase.start : phrase.end]
                if not self.words["first"].isdisjoint(first):
                    return last in counted or plural(last) in counted
        return False

    def _comes_to_nothing(self, verb: Verb) -> bool:
        absent = self.has_no_subject(verb) and attends(self.reading, self.sentence, verb)
        if not (verb.negated or absent) or verb.tense != "past" or verb.marker:
            return False
        if absent or self.occurs(verb):
            return True  # and nobody came
        opening = self.phrases[verb.subject].start if verb.subject >= 0 else verb.start
        contrast = {*self.lowers[max(0, opening - 3) : opening], *self.lowers[verb.start - 1 : verb.start]}
        return not self.words["but"].isdisjoint(contrast) and attends(self.reading, self.sentence, verb)

    def answered(self, head: int, verdict: Verdict) -> Verdict:
        """Read the answer to what was proposed: a truce of a month, which both sides rejected."""
        if verdict.status is not Status.PROPOSED:
            return verdict
        for verb in self.verbs:
            answer = self.answers.get(verb.name)
            if verb.marker in self.words["answering"] and verb.clause > head and answer is Status.REJECTED:
                return verdict if verb.negated or verb.modal else verdict._replace(status=answer)
        return verdict

    def without_pause(self, verdict: Verdict) -> Verdict:
        """Return what has become of a single meeting that was interrupted, or that a side withdrew from."""
        lemma = self.verbs[verdict.verb].lemma if verdict.verb >= 0 else ""
        if verdict.status is Status.PAUSED and lemma in self.words["interrupting"]:
            return verdict._replace(status=Status.HELD)
        if verdict.status is Status.PAUSED and lemma in self.words["withdrawing"]:
            return verdict._replace(status=Status.CANCELLED)
        return verdict

    def is_purpose(self, verb: Verb, other: Verb) -> bool:
        """Tell what a call was meant for, "to prepare a summit", from one meant to take place in May."""
        comes = other.passive or self.occurs(other) or other.lemma in self.grammar["timetabled"]
        return verb.lemma in self.words["purposing"] and not comes

    def occurs(self, verb: Verb) -> bool:
        """Tell the verbs of coming about: happen, begin, take place."""
        return occurs(self.reading, self.sentence, verb)
