"""What a deal or a plan provides for: under it, or by what it says, something is to be done."""

from __future__ import annotations

from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["Provisions"]


class Provisions:
    """The deals and plans of one sentence, and the verbs that tell what is in them."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.verbs, self.phrases = sentence.parse.verbs, sentence.parse.phrases
        self.tables, self.vocabulary = reading.codebook.statuses, reading.codebook.grammar.words
        self.lowers = reading.tokens.lowers

    def has_scheme(self, verb: Verb) -> bool:
        """Tell "under the proposal, Norland would …", "a plan for a truce, during which Norland would …"."""
        schemes = self.tables.truth["schemes"]
        if any(p.prep in self.tables.truth["under"] and self._last(p) in schemes for p in self.phrases):
            return True
        before = (p for p in self.phrases if p.end <= verb.clause and p.role in ("object", "subject"))
        return any(self._last(p) in schemes for p in before) and verb.marker in self.vocabulary["of_things"]

    def of_phrase(self, phrase: Phrase) -> Status | None:
        """Return what is to come of what a deal or plan includes, or provides for; None if it is in none."""
        verb = self.verbs[phrase.verb] if phrase.verb >= 0 else None
        pair = (verb.lemma, phrase.prep) if verb else ("", "")
        taken = phrase.role == "object" or self.tables.preposition.get(pair) is Status.PROPOSED
        return self._of_verb(verb) if verb and taken else None

    def _of_verb(self, verb: Verb) -> Status | None:
        """Return what the subject of a verb is that tells what is in it: a deal that is agreed, a plan."""
        provides = verb.lemma in self.tables.truth["providing"]
        tells = provides or verb.lemma in self.tables.truth["seeing"]
        if not tells or verb.form != "finite" or verb.passive or verb.negated:
            return None
        kind = self._kind_of(verb.subject)
        if kind and self._is_refused(verb.subject):
            return Status.REJECTED
        return kind if provides and verb.modal not in self.vocabulary["hypothetical"] else None

    def _is_refused(self, number: int) -> bool:
        """Tell a deal or plan that is turned down: rejected a plan that would see ten freed."""
        phrase = self.phrases[number]
        if phrase.role != "object" or phrase.verb < 0:
            return False
        above = self.verbs[phrase.verb]
        return self.tables.object.of(above) is Status.REJECTED and not (above.negated or above.modal)

    def of_gerund(self, verb: Verb) -> Status | None:
        """Return what is to come of what a deal or plan includes doing: a plan that included freeing ten."""
        above = self.verbs[verb.governor] if 0 <= verb.governor < len(self.verbs) else None
        return self._of_verb(above) if above is not None and above.end == verb.start else None

    def of_clause(self, verb: Verb) -> Status | None:
        """Return what is to come of what is told in the present: under the deal, Norland frees ten."""
        if verb.form != "finite" or verb.tense != "present" or verb.perfect or verb.progressive:
            return None
        above = verb.governor if verb.marker == "that" else -1
        told = self._of_verb(self.verbs[above]) if above >= 0 else self._under(verb)
        if told is Status.AGREED or (told is None and self._is_beside_future(verb)):
            return Status.PLANNED
        return told

    def _under(self, verb: Verb) -> Status | None:
        """Return the status of the deal or plan that stands before a clause: under the deal."""
        under = [p for p in self.phrases if p.prep in self.tables.truth["under"] and p.end <= verb.clause]
        return next((kind for p in under if (kind := self._kind_of(p.number))), None)

    def _is_beside_future(self, verb: Verb) -> bool:
        """Tell "Norland will halt its offensive while Sudria frees ten"."""
        before = [v for v in self.verbs if v.form == "finite" and v.end <= verb.clause]
        beside = verb.marker in self.tables.truth["alongside"] and bool(before)
        return beside and before[-1].modal in self.vocabulary["future"]

    def _kind_of(self, number: int) -> Status | None:
        """Return the status of a deal or plan, or of that of which it is a part: a phase of the plan."""
        if number < 0:
            return None
        whole = (p for p in self.phrases if p.left == number and p.prep == "of")
        told = (self.tables.heads.get(self._last(p)) for p in (self.phrases[number], *whole))
        return next(filter(None, told), None)

    def _last(self, phrase: Phrase) -> str:
        return self.lowers[phrase.end - 1]
