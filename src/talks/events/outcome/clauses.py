"""What a verb, and the verbs above it, make of a happening: meant to be held, wants to start talks."""

from __future__ import annotations

from collections.abc import Sequence

from talks.events.outcome.factuality import Factuality
from talks.events.outcome.finite import FiniteVerbs
from talks.events.outcome.infinitives import Infinitives
from talks.events.outcome.provisions import Provisions
from talks.events.verdicts import DUE, OUTLOOK, PLAIN, WEAK, Verdict
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["Clauses"]


class Clauses:
    """The verbs of one sentence, each followed up to what governs it."""

    def __init__(self, reading: Reading, sentence: Sentence, facts: Factuality) -> None:
        self.facts = facts
        self.provisions, self.infinitives = Provisions(reading, sentence), Infinitives(reading, sentence)
        self.verbs = sentence.parse.verbs
        self.phrases = sentence.parse.phrases
        self.tables = reading.codebook.statuses
        self.vocabulary = reading.codebook.grammar.words
        self.lowers, self.classes = reading.tokens.lowers, reading.classes
        self.finite = FiniteVerbs(reading, sentence, facts, self.provisions)

    def verdict(self, number: int, base: Status, weight: float) -> Verdict | None:
        """Follow a verb up to the finite one that governs it, and see what it makes of the status."""
        if number < 0:
            return Verdict(base, WEAK, -1, "status.bare")
        before = self.lowers[self.verbs[number].start - 1] if self.verbs[number].start else ""
        if self._is_due(number):
            return Verdict(Status.PLANNED, weight, number, DUE)
        if before in self.tables.never or before in self.tables.absent:
            return None
        if self.verbs[number].form == "ing" and self.facts.gerunds.is_absent(self.verbs[number]):
            return None
        status, verb = base, self.verbs[number]
        for _ in range(4):
            if verb.form not in ("infinitive", "ing") or self.facts.gerunds.is_remark(verb):
                break
            above = self.verbs[verb.governor] if verb.governor >= 0 else None
            status = self._governed(verb, above, status)
            if above is None:
                return Verdict(status, weight, number, "status.infinitive")
            verb = above
        final = self.finite.read(verb, status)
        if final is Status.ONGOING and status is Status.HELD and weight <= WEAK:
            final = status  # they are waiting for the talks, which are under way or not
        return Verdict(final, weight, number, f"status.{verb.form}") if final else None

    def outlook_of(self, inside: Sequence[int]) -> int:
        """Return the verb of some that tells: the first, or what it only looks ahead to; -1 of none.

        Three are expected to be set free.
        """
        first = next(iter(inside), -1)
        if first < 0 or self.tables.governor.get(self.verbs[first].lemma) not in OUTLOOK:
            return first
        governed = (
            n for n in inside if self.verbs[n].form == "infinitive" and self.verbs[n].governor == first
        )
        return next(governed, first)

    def resumed(self, phrase: Phrase) -> Verdict | None:
        """Read that what was interrupted went on: talks were suspended, but they resumed in May."""
        for at, verb in enumerate(self.verbs[phrase.verb + 1 :], phrase.verb + 1):
            plain = verb.form == "finite" and verb.tense == "past" and not (verb.negated or verb.modal)
            subject = self.phrases[verb.subject] if verb.subject >= 0 else phrase
            own = subject is phrase or self.classes[subject.start : subject.end] == "p"
            if plain and own and verb.lemma in self.tables.truth["resuming"]:
                return self.verdict(at, Status.HELD, PLAIN)
        return None

    def _is_due(self, number: int) -> bool:
        """Tell what is to be handed over but "has not yet been", or they "have yet to" hand over."""
        verb, truth = self.verbs[number], self.tables.truth
        if verb.lemma not in truth["delivering"]:
            return False
        around = self.lowers[max(0, verb.start - 1) : verb.end + 1]
        negated = verb.negated or verb.form == "infinitive"
        return negated and not truth["due"].isdisjoint(around)

    def _governed(self, verb: Verb, above: Verb | None, status: Status) -> Status:
        only_wished = self.infinitives.is_only_wished(verb, above) or self.facts.gerunds.is_matter(verb)
        if status is Status.PLANNED and only_wished:
            return Status.PROPOSED
        if status is Status.AGREED:
            return self._as_wanted(verb, above)
        if status not in (Status.HELD, Status.ONGOING):
            return status
        if verb.form == "ing":
            provided = self.provisions.of_gerund(self.facts.gerunds.first(verb))
            return provided or self.facts.gerunds.status(verb, status)
        if self.lowers[verb.start - 1] in self.tables.truth["trying"]:
            return Status.PROPOSED  # came in an attempt to get the exchange going again
        if above and above.lemma in self.tables.going:  # flew to Castrel to meet Quent, to start talks
            begins = verb.lemma in self.vocabulary["beginning"] | self.tables.truth["resuming"]
            return Status.PLANNED if begins else status
        return self.infinitives.status(verb, above, status)

    def _as_wanted(self, verb: Verb, above: Verb | None) -> Status:
        """Tell an agreement that somebody only wants or urges: to agree to a truce."""
        if verb.form != "infinitive":
            opening = self.lowers[verb.start - 1] if verb.start else ""
            hoped = opening in self.vocabulary["owning"] or opening in self.vocabulary["closing"]
            return Status.PROPOSED if hoped else Status.AGREED  # he dragged his feet on agreeing
        before = self.tables.before.get(self.lowers[verb.start - 1]) if verb.start else None
        wanted = before or (self.tables.governor.get(above.lemma, Status.PROPOSED) if above else None)
        return wanted if wanted in (Status.HELD, Status.AGREED, Status.REJECTED) else Status.PROPOSED

    def comes_after(self, told: Verdict) -> bool:
        """Tell what comes of what has been: trying to agree after talks, Ekre to fly home after talks."""
        number = told.verb
        while number >= 0 and self.verbs[number].form == "infinitive":
            number = self.verbs[number].governor
        verb = self.verbs[number] if number >= 0 else None
        trying = verb is not None and verb.progressive and told.status is Status.PROPOSED
        return trying or (verb is not None and self.finite.is_headlined(verb))
