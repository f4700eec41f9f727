"""What stands before a verb in -ing, and what it makes of the happening: ways of reaching a truce."""

from __future__ import annotations

from typing import Final

from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = ["Gerunds"]

COORDINATOR: Final = "c"  # the class of and, or


class Gerunds:
    """The verbs in -ing of one sentence, each with the words that it hangs on."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.verbs, self.phrases = sentence.parse.verbs, sentence.parse.phrases
        self.lowers, self.classes = reading.tokens.lowers, reading.classes
        self.tables = reading.codebook.statuses
        self.vocabulary = reading.codebook.grammar.words

    def is_taken(self, verb: Verb) -> bool:
        """Tell one that another verb takes: denied holding talks, or any hope of holding them."""
        link = self._before(verb)[1]
        hangs = link in self.vocabulary["owned"] | self.vocabulary["aiming"]
        return verb.form == "ing" and (hangs or self._direct(verb) is not None)

    def is_absent(self, verb: Verb) -> bool:
        """Tell what there was not: instead of holding talks."""
        return self._before(self.first(verb))[0] in self.tables.absent

    def is_remark(self, verb: Verb) -> bool:
        """Tell what is only told beside a clause: will go on mediating, citing its role in hosting talks."""
        aside = verb.start > 0 and self.classes[verb.start - 1] == ","
        return verb.form == "ing" and aside and verb.lemma in self.tables.truth["remarking"]

    def is_feared(self, verb: Verb) -> bool:
        """Tell what need not come: the threat of cancelling it, an attempt at delaying it."""
        words = self.tables.truth["fearing"] | self.tables.truth["trying"]
        before, link = self._before(verb)
        return verb.form == "ing" and link in self.vocabulary["aiming"] and before in words

    def is_matter(self, verb: Verb) -> bool:
        """Tell what is only spoken of: the question of holding talks, the details of arranging them."""
        before, link = self._before(self.first(verb))
        named = link in self.vocabulary["aiming"] and before in self.tables.truth["matters"]
        return verb.form == "ing" and named

    def status(self, verb: Verb, status: Status) -> Status:
        """Return what becomes of a status that the verb would have by itself."""
        before, link = self._before(self.first(verb))
        if link in self.tables.truth["alongside"] and verb.lemma in self.tables.going:
            return Status.PLANNED  # told them while heading to Castrel
        if link in self.vocabulary["topical"] or self._is_aim(before, link) or self.is_matter(verb):
            return Status.PROPOSED
        told = self.tables.gerund.get((before, link))
        if told:
            return Status.AGREED if self._is_undertaken(verb) else told
        main = self._main(verb) if link in self.vocabulary["ordering"] else None
        if main and self._is_to_come(main):  # will meet him before flying to Castrel for talks
            return Status.PLANNED if verb.lemma in self.tables.going else Status.PROPOSED
        direct = self._direct(verb)
        return self.tables.governor.get(direct.lemma, status) if direct else status

    def first(self, verb: Verb) -> Verb:
        """Return the first of verbs that are joined: ways of ending the war and reaching a truce."""
        if not verb.start or self.classes[verb.start - 1] != COORDINATOR:
            return verb
        earlier = [other for other in self.verbs if other.start < verb.start]
        return earlier[-1] if earlier and earlier[-1].form == "ing" else verb

    def _before(self, verb: Verb) -> tuple[str, str]:
        """Return the two words before a verb."""
        before, link = ("", "", *self.lowers[max(0, verb.start - 2) : verb.start])[-2:]
        return before, link

    def _above(self, verb: Verb) -> Verb | None:
        return self.verbs[verb.governor] if 0 <= verb.governor < len(self.verbs) else None

    def _main(self, verb: Verb) -> Verb | None:
        """Return the verb that tells what is done before or after it, wherever that stands."""
        later = (other for other in self.verbs if other.start > verb.start and other.form == "finite")
        return self._above(verb) or next(later, None)

    def _direct(self, verb: Verb) -> Verb | None:
        """Return the verb that takes it: discussed holding talks, proposed to Sudria holding them."""
        above = self._above(verb)
        if above is None or above.end == verb.start:
            return above
        told = (p for p in self.phrases if p.prep == "to" and p.end == verb.start)  # to whom
        return above if any(above.end in (p.start, p.start - 1) for p in told) else None

    def _is_undertaken(self, verb: Verb) -> bool:
        """Tell what its subject bound itself to: both committed to freeing them, not: are committed to it."""
        above = self._above(self.first(verb))
        if above is None or above.end != self.first(verb).start - 1 or above.passive:
            return False
        if any(other.end == above.start for other in self.verbs):  # remain committed to it
            return False
        return self.tables.governor.get(above.lemma) is Status.AGREED

    def _is_aim(self, before: str, link: str) -> bool:
        """Tell what is aimed at: the objective of reaching it, ways of reaching it."""
        truth = self.tables.truth
        return link in self.vocabulary["aiming"] and before in truth["aims"] | truth["trying"]

    def _is_to_come(self, verb: Verb) -> bool:
        """Tell what is done before something that is to come: before signing it, Norland wants guarantees."""
        return bool(verb.modal) or verb.tense in ("present", "future")
