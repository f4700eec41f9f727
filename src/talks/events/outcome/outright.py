"""What words say outright of a happening, as far as the verbs around them bear it out."""

from __future__ import annotations

from collections.abc import Iterable

from talks.events.outcome.clauses import Clauses
from talks.events.outcome.finite import NEGATED
from talks.events.outcome.roles import ENDED, REFUSED, Roles
from talks.events.outcome.wording import Wording
from talks.events.phrases import attends, noun_of, phrase_of, relative_of
from talks.events.triggers import Hit
from talks.events.verdicts import EXPECTED, OUTLOOK, PLAIN, POSTPONED, SURE, Verdict
from talks.events.when.lasting import begins
from talks.events.when.relatives import verbs_of_relatives
from talks.models import Status
from talks.patterns import Match, Pattern
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = ["Outright"]


class Outright:
    """Judges what the status patterns of one sentence say."""

    def __init__(
        self, reading: Reading, sentence: Sentence, wording: Wording, clauses: Clauses, roles: Roles
    ) -> None:
        self.reading = reading
        self.sentence, self.verbs = sentence, sentence.parse.verbs
        self.wording, self.clauses, self.roles = wording, clauses, roles
        self.tables = reading.codebook.statuses
        self.vocabulary = reading.codebook.grammar.words
        self.lowers = reading.tokens.lowers

    def find(self, hit: Hit) -> tuple[Status, Pattern, Match] | None:
        """Return the first pattern found around a happening, unless a clause of its own tells more."""
        told = self.wording.by_pattern(hit)
        if told is None or told[0] not in OUTLOOK:
            return None if told and told[0] is Status.ONGOING and self._is_worked_on(hit) else told
        if told[0] is Status.PROPOSED and self._is_due(hit):
            return Status.PLANNED, *told[1:]
        return None if self._has_ended(hit, told[0]) else told

    def expects(self, verb: Verb) -> bool:
        """Tell a verb of expecting, on which nobody need have agreed."""
        return verb.lemma in self.tables.truth["expecting"]

    def verdict(self, hit: Hit, verb: int, status: Status, pattern: Pattern, match: Match) -> Verdict | None:
        """Return what a pattern says; "agree to a truce" is as true as its verb is: they must agree."""
        items = self.wording.line.items
        first, last = items[match.start].start, items[match.end - 1].end
        inside = [n for n, v in enumerate(self.verbs) if first <= v.head < last]
        agrees = [n for n in inside if self.verbs[n].head != hit.head]
        if status is Status.AGREED and agrees:
            return self.clauses.verdict(agrees[0], status, SURE)
        if any(self.verbs[n].marker in self.vocabulary["condition"] for n in agrees):
            status = Status.PROPOSED  # if they did not agree to a truce
        if status in REFUSED:
            status = self._undone(inside) or status
        if status is Status.AGREED:
            if self.lowers[max(first - 1, 0)] in self.vocabulary["none"]:
                return None  # ended with no deal on a truce
            status = self._of_deal(first, hit) or status
        if status is Status.PLANNED:
            return self._as_planned(verb, [self.verbs[n] for n in inside], pattern)
        return Verdict(status, SURE, verb, pattern.name)

    def _as_planned(self, verb: int, inside: Iterable[Verb], pattern: Pattern) -> Verdict | None:
        """Return what verbs of planning say: have not scheduled further talks, are expected to meet."""
        verbs, status = list(inside), Status.PLANNED
        if any(v.negated and self.tables.object.of(v) is status for v in verbs):
            status = Status.UNSCHEDULED
        expects = next(filter(self.expects, verbs), None)
        if expects and expects.negated and expects.perfect:
            return None  # had not been expected so soon
        return Verdict(status, SURE, verb, EXPECTED if expects else pattern.name)

    def _is_worked_on(self, hit: Hit) -> bool:
        """Tell what only the work for it goes on: efforts to secure a truce are continuing."""
        noun = noun_of(self.sentence, hit)
        if noun is None or noun.role != "object" or relative_of(self.sentence, noun) >= 0:
            return False
        verb = self.sentence.parse.verb_at(noun.verb)
        if verb is None or verb.form != "infinitive":
            return False
        return self.tables.object.of(verb) is not Status.ONGOING

    def _has_ended(self, hit: Hit, told: Status) -> bool:
        """Tell what its own verb ends, whatever a relative clause says: talks that were due are off."""
        phrase = noun_of(self.sentence, hit)
        verdict = self.roles.by_role(phrase) if phrase and phrase.role in ("subject", "object") else None
        if verdict is None:
            return False
        finite = verdict.verb >= 0 and self.verbs[verdict.verb].form == "finite"
        done = verdict.status in (Status.HELD, Status.ONGOING) and verdict.weight >= PLAIN and finite
        ended = verdict.status in ENDED or verdict.rule == POSTPONED
        return ended or (done and told is not Status.PROPOSED)

    def _is_due(self, hit: Hit) -> bool:
        """Tell what a relative clause says is to be, whoever hopes for it: a round that will begin in May."""
        phrase = noun_of(self.sentence, hit)
        if phrase is None:
            return False
        told = verbs_of_relatives(self.sentence, phrase)
        due = (v for v in told if not (v.negated or v.tense == "past"))
        will = (v for v in due if v.form == "infinitive" or v.modal in self.vocabulary["future"])
        return any(begins(self.reading, v) or self.clauses.facts.occurs(v) for v in will)

    def _undone(self, numbers: Iterable[int]) -> Status | None:
        """Return what stands where an end is denied: has not been called off, refused to rule it out."""
        for verb in (self.verbs[number] for number in numbers):
            above = self.verbs[verb.governor] if verb.form == "infinitive" and verb.governor >= 0 else None
            told = self.tables.object.of(verb)
            if told not in REFUSED or attends(self.reading, self.sentence, verb):
                continue
            unwilling = above is not None and self.tables.governor.get(above.lemma) is Status.REJECTED
            if verb.negated or unwilling or self.clauses.facts.has_no_subject(verb):
                return NEGATED[told]
        return None

    def _of_deal(self, first: int, hit: Hit) -> Status | None:
        """Return what becomes of the deal that it is in: they refused to sign the deal on a truce."""
        deal = phrase_of(self.sentence, first)
        if deal is None or deal.start <= hit.head < deal.end:
            return None
        told = self.roles.by_role(deal)
        open_yet = told is not None and told.weight >= PLAIN and told.status in REFUSED | {Status.PROPOSED}
        return told.status if told and open_yet else None
