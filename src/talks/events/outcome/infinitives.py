"""What an infinitive hangs on makes of what it tells: wants to meet, is due there to meet, a deal to meet."""

from __future__ import annotations

from talks.events.phrases import is_awaited, opens_with_place, paired_status
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["Infinitives"]


class Infinitives:
    """The infinitives of one sentence, by the verb, the word before them and the noun they hang on."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.reading, self.sentence = reading, sentence
        self.phrases = sentence.parse.phrases
        self.tables = reading.codebook.statuses
        self.lowers = reading.tokens.lowers

    def status(self, verb: Verb, above: Verb | None, status: Status) -> Status:
        """Return what becomes of a happening by the infinitive that tells it."""
        before = self._opening(verb, above)
        if before and self._was_able(verb, above):
            return status
        return before or self._by_governor(verb, above, status)

    def _by_governor(self, verb: Verb, above: Verb | None, status: Status) -> Status:
        """Return what the verb above an infinitive makes of it: wants to meet, ordered them to meet."""
        if above is None:
            return Status.PROPOSED
        if above.lemma == "be" and above.end < verb.start:
            return status if self._is_one_that_did(verb, above) else self._of_being(above, status)
        if above.lemma in self.tables.truth["ordering"]:
            return Status.PLANNED
        told = self.tables.governor.get(above.lemma, Status.PROPOSED)
        known = self.tables.gerund.get(
            (self.lowers[above.end - 1], "to")
        )  # are, or remain, committed to meet
        behind = above.passive or any(other.end == above.start for other in self.sentence.parse.verbs)
        return known if known and behind else told

    def _is_one_that_did(self, verb: Verb, above: Verb) -> bool:
        """Tell what came of talks, or was the first to do something: the only step to emerge from them."""
        between, truth = self.lowers[above.end : verb.start], self.tables.truth
        if above.tense != "past" or above.modal or above.negated or truth["able"].isdisjoint(between[:-1]):
            return False
        aims = truth["aims"] | truth["matters"] | truth["trying"]
        return verb.lemma in truth["emerging"] or aims.isdisjoint(between)

    def _of_being(self, above: Verb, status: Status) -> Status:
        """Return what those are to do who are, or are due, somewhere; it would be good to meet is a wish."""
        if is_awaited(self.reading, above):
            return Status.PLANNED
        if not opens_with_place(self.reading, self.sentence, above):
            return Status.PROPOSED
        return Status.PLANNED if above.tense == "present" and not above.perfect else status

    def _opening(self, verb: Verb, above: Verb | None) -> Status | None:
        """Return what the word before an infinitive tells, or the noun that it hangs on: a deal with her."""
        before = self.tables.before.get(self.lowers[verb.start - 1]) if verb.start else None
        at = next((n for n, p in enumerate(self.phrases) if p.end == verb.start), -1)
        while at >= 0 and self.phrases[at].left >= 0:
            at = self.phrases[at].left
        if above is not None and not before and self._is_made(above):  # an agreement was made to return them
            return self.tables.before.get(self.lowers[self.phrases[above.subject].end - 1])
        if at < 0 or above is None:
            return before
        deal = self.phrases[at]
        if not before and at in above.objects:
            before = self.tables.before.get(self.lowers[deal.end - 1])
        return (self._as_taken(deal, above) or before) if before is Status.AGREED else before

    def _as_taken(self, deal: Phrase, above: Verb) -> Status | None:
        """Return that a deal is only proposed which nobody has made yet: hopes for a deal to free them."""
        if above.negated or self.sentence.parse.verb_at(deal.verb) is not above:
            return None
        paired = paired_status(self.reading, self.sentence, above, deal) if deal.prep else None
        told = paired or (self.tables.object.of(above) if deal.role == "object" else None)
        return Status.PROPOSED if told is Status.PROPOSED else None

    def is_only_wished(self, verb: Verb, above: Verb | None) -> bool:
        """Tell "wants to go", "is ready to fly to Castrel for talks"."""
        before = self.tables.before.get(self.lowers[verb.start - 1]) if verb.start else None
        governor = self.tables.governor.get(above.lemma) if above else None
        return Status.PROPOSED in (before, governor)

    def _was_able(self, verb: Verb, above: Verb | None) -> bool:
        """Tell "were able to return 200 people", which they did."""
        able = self.lowers[verb.start - 1] in self.tables.truth["able"]
        return able and above is not None and above.tense == "past" and not above.modal

    def _is_made(self, verb: Verb) -> bool:
        """Tell a passive that only brings its subject about: was made, but not was said, or was planned."""
        known = verb.lemma in self.tables.governor or verb.lemma in self.tables.truth["telling"]
        return verb.passive and verb.subject >= 0 and not known
