"""What a finite verb makes of a happening: by tense, modal, negation, and what its clause hangs on."""

from __future__ import annotations

from talks.events.outcome.factuality import Factuality
from talks.events.outcome.provisions import Provisions
from talks.events.when.lasting import is_set_going
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = ["NEGATED", "FiniteVerbs"]

NEGATED = {
    Status.PLANNED: Status.UNSCHEDULED,
    Status.AGREED: Status.REJECTED,
    Status.REJECTED: Status.PROPOSED,
    Status.PAUSED: Status.HELD,
    Status.CANCELLED: Status.PLANNED,
}


class FiniteVerbs:
    """The finite verbs of one sentence, each with the clause that it stands in."""

    def __init__(
        self, reading: Reading, sentence: Sentence, facts: Factuality, provisions: Provisions
    ) -> None:
        self.reading, self.sentence, self.facts, self.provisions = reading, sentence, facts, provisions
        self.verbs, self.phrases = sentence.parse.verbs, sentence.parse.phrases
        self.tables = reading.codebook.statuses
        self.vocabulary = reading.codebook.grammar.words
        self.lowers = reading.tokens.lowers

    def read(self, verb: Verb, status: Status) -> Status | None:
        """Return what becomes of a status that the verb by itself would give; None if nothing is told of."""
        if verb.negated or self.facts.has_no_subject(verb):
            return self._negated(verb, status)
        if verb.marker in self.vocabulary["condition"] or self._is_awaited(verb):
            return Status.PROPOSED if status in (Status.HELD, Status.AGREED) else status
        if status is Status.AGREED and (
            verb.modal in self.vocabulary["hypothetical"] or verb.tense == "future"
        ):
            return Status.PROPOSED
        if status is Status.PLANNED and verb.modal in self.vocabulary["possible"]:
            return Status.PROPOSED  # a call could be arranged
        if status in (Status.HELD, Status.ONGOING) and self._is_a_chance(verb):
            return Status.PROPOSED
        above = self._above(verb)
        wanted = self._wanted(verb, above, status)
        if wanted or status not in (Status.HELD, Status.PLANNED, Status.ONGOING):
            return wanted or status
        if above and above.negated:
            return None
        if status is Status.PLANNED or (above and self._is_foretold(above)):
            offered = verb.modal in self.vocabulary["hypothetical"] and self._has_condition()
            return Status.PROPOSED if offered else Status.PLANNED  # would order a truce if they withdrew
        if verb.modal in self.vocabulary["hypothetical"]:
            open_yet = self.provisions.has_scheme(verb) or self._has_condition() or self._is_reserved(verb)
            open_yet = open_yet or self._is_bargain(verb)
            said = verb.modal == "would" and not open_yet
            return Status.PLANNED if said else Status.PROPOSED
        return self._to_come(verb) if verb.tense == "future" else self._under_way(verb, status)

    def _above(self, verb: Verb) -> Verb | None:
        """Return the verb that takes a clause, or whose noun does: it will be the first time they meet."""
        if verb.marker:
            return self.verbs[verb.governor] if verb.governor >= 0 else None
        start = self.phrases[verb.subject].start if verb.perfect and verb.subject >= 0 else -1
        noun = next((p for p in self.phrases if p.end == start and p.role == "object"), None)
        timed = noun is not None and self.lowers[noun.end - 1] in self.vocabulary["once_told"]
        return self.verbs[noun.verb] if noun and timed else None

    def _is_a_chance(self, verb: Verb) -> bool:
        """Tell "and, perhaps, have a call with him", of what only may be."""
        before = (word for word in self.lowers[max(0, verb.start - 2) : verb.start + 1] if word != ",")
        return verb.tense == "present" and not self.vocabulary["chance"].isdisjoint(before)

    def _is_foretold(self, above: Verb) -> bool:
        """Tell "it would be the first time that they met"."""
        return above.lemma == "be" and (above.tense == "future" or above.modal == "would")

    def _under_way(self, verb: Verb, status: Status) -> Status:
        """Tell "are talking" from "is flying to Castrel for talks", which are to come."""
        provided = self.provisions.of_clause(verb)
        if provided:
            return provided
        if status is Status.HELD and is_set_going(self.reading, self.sentence, verb):
            return Status.ONGOING
        if verb.progressive and verb.lemma in self.tables.going and not verb.passive:
            return Status.PLANNED
        going_on = verb.progressive or self._is_being_done(verb)
        if not going_on or verb.tense != "present":
            return status
        return Status.ONGOING if status is Status.HELD else status

    def _is_being_done(self, verb: Verb) -> bool:
        """Tell "the round is being held" from "is held"."""
        return verb.passive and not self.vocabulary["passives"].isdisjoint(self.lowers[verb.start : verb.end])

    def _wanted(self, verb: Verb, above: Verb | None, status: Status) -> Status | None:
        """Return the status of what is only wanted: she would prefer that they agree, its demand for it."""
        if status not in (Status.HELD, Status.PLANNED, Status.ONGOING, Status.AGREED):
            return None
        if verb.marker == "that" and self._before_marker(verb) in self.tables.truth["wanting"]:
            agreed = (v for v in self.verbs if self.tables.object.of(v) is Status.AGREED)
            accepted = any(
                v.end <= verb.clause and not v.negated for v in agreed
            )  # agreed to her proposal that
            return None if accepted else Status.PROPOSED
        if above is None or above.negated or above.lemma not in self.tables.subjunctive:
            return None
        return self.tables.governor.get(above.lemma)

    def _before_marker(self, verb: Verb) -> str:
        """Return the word before what opens a clause: the hope that Norland and Sudria would agree."""
        places = range(min(verb.clause, verb.start - 1), self.sentence.first, -1)
        return next((self.lowers[at - 1] for at in places if self.lowers[at] == verb.marker), "")

    def _negated(self, verb: Verb, status: Status) -> Status | None:
        if verb.marker in self.vocabulary["condition"]:
            return Status.PROPOSED
        if status is Status.HELD and self.facts.occurs(verb) and self._is_told(verb):
            return Status.CANCELLED
        if status is Status.HELD and self._is_refusal(verb):
            return Status.REJECTED
        return None if status is Status.AGREED and verb.passive else NEGATED.get(status)

    def _is_told(self, verb: Verb) -> bool:
        """Tell what did not take place, or will not, from what would or may not."""
        return verb.tense == "past" or verb.modal in self.vocabulary["future"]

    def _is_refusal(self, verb: Verb) -> bool:
        """Tell "will not negotiate with Norland"; what will not take place nobody need have refused."""
        willing = verb.modal in self.vocabulary["future"] or verb.modal == "would"
        thing = (
            verb.lemma == "be" or verb.lemma in self.tables.truth["describing"]
        )  # will not be on territory
        return willing and not verb.passive and not thing and not self.facts.occurs(verb)

    def _is_awaited(self, verb: Verb) -> bool:
        """Tell "they could meet once a treaty had been initialled": what comes first is to come, too."""
        if verb.marker not in self.vocabulary["awaiting"]:
            return False
        if verb.tense == "present" and not verb.perfect and verb.marker not in self.tables.past:
            return True  # once both sides reach a deal
        if verb.marker in self.vocabulary["until"]:
            before = [v for v in self.verbs if v.start < verb.clause and v.form == "finite"]
            if before and before[-1].negated and before[-1].tense != "past":
                return True  # it is not possible until they were freed
        return any(
            other.modal
            and not self.is_headlined(other)
            and (not other.marker or (other.marker == "that" and other.start < verb.start))
            for other in self.verbs
        )

    def is_headlined(self, verb: Verb) -> bool:
        """Tell the infinitive of a headline: Quent to meet Stenmoe, after talks have failed."""
        return verb.form == "finite" and self.lowers[verb.start] == "to"

    def _is_reserved(self, verb: Verb) -> bool:
        """Tell "he would only meet her once", of what hangs on something else."""
        return not self.vocabulary["reserving"].isdisjoint(self.lowers[verb.start : verb.end])

    def _to_come(self, verb: Verb) -> Status:
        """Tell what will be from what hangs on the other side: will free them if Sudria opens the strait."""
        at = self.verbs.index(verb)
        before = [v for v in self.verbs[max(0, at - 1) : at] if v.governor < 0]
        own = [*before, *(v for v in self.verbs if v.governor == at)]
        hangs = any(v.marker in self.vocabulary["hanging"] and v.tense == "present" for v in own)
        return Status.PROPOSED if hangs or self._is_bargain(verb) else Status.PLANNED

    def _is_bargain(self, verb: Verb) -> bool:
        """Tell "will release them only as part of a deal", "only after a truce"; not only part of them."""
        behind = (n + 1 for n in range(verb.end, self.sentence.last - 2) if self.lowers[n] == "only")
        words, lowers = self.vocabulary, self.lowers
        return any(
            lowers[at] in words["given"]
            or (lowers[at] in words["bartering"] and lowers[at + 1] in words["barter"])
            for at in behind
        )

    def _has_condition(self) -> bool:
        """Tell "it would help if they met" from "said they would meet", a plan."""
        return any(verb.marker in self.vocabulary["condition"] for verb in self.verbs)
