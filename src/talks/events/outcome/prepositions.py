"""What becomes of a happening behind a preposition: a round of talks, is due in Castrel for talks."""

from __future__ import annotations

from collections.abc import Callable

from talks.events.agreements import is_where_agreed
from talks.events.outcome.clauses import Clauses
from talks.events.phrases import (
    has_word,
    is_awaited,
    is_governed,
    is_in,
    is_next,
    is_somewhere,
    main_verb,
    paired_status,
)
from talks.events.verdicts import PLAIN, WEAK, Verdict
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["Prepositions"]


class Prepositions:
    """The prepositional phrases of one sentence; `by_role` reads the phrase that one of them hangs on."""

    def __init__(
        self,
        reading: Reading,
        sentence: Sentence,
        clauses: Clauses,
        by_role: Callable[[Phrase], Verdict | None],
    ) -> None:
        self.reading, self.sentence, self.clauses, self.by_role = reading, sentence, clauses, by_role
        self.verbs = sentence.parse.verbs
        self.tables = reading.codebook.statuses
        self.vocabulary = reading.codebook.grammar.words
        self.lowers = reading.tokens.lowers

    def of_verb(self, phrase: Phrase, verb: Verb) -> Verdict | None:
        """Read what a preposition ties to a verb: is due in Castrel for talks, agreed at the talks."""
        if verb.lemma == "be" and is_awaited(self.reading, verb):  # is due in Castrel for talks
            return Verdict(Status.PLANNED, PLAIN, phrase.verb, "status.awaited")
        paired = paired_status(self.reading, self.sentence, verb, phrase)
        if paired:
            return self.clauses.verdict(phrase.verb, paired, PLAIN)
        if phrase.prep == "on" and phrase.left < 0 and verb.passive and verb.subject >= 0:
            deal = self._of_deal(self.sentence.parse.phrases[verb.subject])
            if deal:
                return deal  # an agreement was reached on a swap
        early = self.tables.time.get(phrase.prep)
        if early:
            return self._at_time(phrase, early)
        if phrase.prep == "for" and is_in(verb) and is_somewhere(self.reading, self.sentence, phrase):
            return Verdict(Status.ONGOING, PLAIN, phrase.verb, "status.there")
        return (
            self.of_noun(phrase) if phrase.left >= 0 else self.clauses.verdict(phrase.verb, Status.HELD, WEAK)
        )

    def of_noun(self, phrase: Phrase) -> Verdict | None:
        """Read what hangs on another noun: the end of the talks, a round of negotiations."""
        left = self.sentence.parse.phrases[phrase.left]
        deal = self._of_deal(left) if phrase.prep == "on" else None
        if deal:
            return deal
        whole = self.lowers[left.end - 1]
        if phrase.prep in self.vocabulary["matter"] and whole in self.vocabulary["informing"]:
            return Verdict(Status.HELD, WEAK, -1, "status.matter")  # expects a report on the talks
        if phrase.prep == "of" and whole in self.vocabulary["outcomes"]:
            verb = self.sentence.parse.verb_at(left.verb)
            open_still = verb is not None and (verb.modal or verb.form == "infinitive")
            told = Verdict(Status.HELD, PLAIN, -1, "status.outcome")  # spoke of the results of the exchange
            return None if open_still else told
        if (
            phrase.prep in self.vocabulary["telling_of"]
            and left.role == "prep"
            and left.prep in self.tables.time
        ):
            return self._at_time(left, self.tables.time[left.prep])  # after three days of talks
        if phrase.prep not in self.vocabulary["telling_of"] or not is_governed(
            self.reading, self.sentence, left
        ):
            early = self.tables.time.get(phrase.prep)
            return self._at_time(phrase, early) if early else self._as_verb(phrase)
        inner = self.by_role(left)
        part = phrase.prep == "of" and whole in self.vocabulary["partitive"]
        return inner._replace(weight=min(inner.weight, WEAK)) if inner and not part else inner

    def _of_deal(self, left: Phrase) -> Verdict | None:
        """Read what a deal is on: they reached an agreement on a swap and the return of the dead."""
        if self.tables.heads.get(self.lowers[left.end - 1]) is not Status.AGREED:
            return None
        told = self.by_role(left)
        if told is None or self.lowers[left.start] in self.vocabulary["none"]:
            return None
        done = told.status in (Status.HELD, Status.ONGOING)
        return Verdict(Status.AGREED, PLAIN, left.verb, "status.deal") if done else told

    def _at_time(self, phrase: Phrase, early: Status) -> Verdict:
        """Read "in talks", "at the next round": as past or to come as what is done in it."""
        told = Verdict(early, PLAIN, phrase.verb, "status.time")
        failed = self.clauses.facts.failing(phrase.verb)
        if failed >= 0 and early is Status.HELD:
            return told._replace(verb=failed)  # they failed to agree during the talks
        left = self.sentence.parse.phrases[phrase.left] if phrase.left >= 0 else None
        if left is not None and self.lowers[left.start] in self.vocabulary["none"]:
            return told._replace(weight=WEAK)  # no progress in the negotiations
        fronted = phrase.verb < 0 or phrase.start < self.verbs[phrase.verb].start
        if early is not Status.HELD or (phrase.prep in self.tables.past and fronted):
            return told
        if phrase.prep == "in" and phrase.verb >= 0 and is_in(self.verbs[phrase.verb]):
            return told._replace(status=Status.ONGOING)
        if phrase.prep == "in" and self.lowers[phrase.start] not in self.vocabulary["indefinite"]:
            told = told._replace(weight=WEAK)  # strengthens its position in talks
        if phrase.prep in self.vocabulary["over"] or has_word(self.reading, phrase, "former"):
            return told  # talks are to begin following the call, or as they said at their previous talks
        verb = self._of_main(phrase.verb, told.weight)
        after = verb is not None and phrase.prep in self.tables.past and self.clauses.comes_after(verb)
        if verb is not None and verb.status in (Status.PLANNED, Status.PROPOSED):
            return told if after else verb
        there = is_where_agreed(self.reading, self.sentence, phrase)
        if verb is not None and verb.status is Status.AGREED and not there:
            return verb._replace(status=Status.PLANNED)  # agreed to speak again after the meeting
        return told._replace(status=Status.PROPOSED) if is_next(self.reading, phrase) else told

    def _of_main(self, number: int, weight: float) -> Verdict | None:
        """Return what a verb makes of a time, but for a gerund: on sending troops after a truce."""
        if number < 0 or self.verbs[number].form == "ing":
            return None
        return self.clauses.verdict(number, Status.HELD, weight)

    def _as_verb(self, phrase: Phrase) -> Verdict:
        """Read what is done for the sake of a happening: they go to Castrel for talks."""
        number = phrase.verb if phrase.verb >= 0 else main_verb(self.sentence, phrase)
        told = self.clauses.verdict(number, Status.HELD, WEAK) if number >= 0 else None
        return told or Verdict(Status.HELD, WEAK, phrase.verb, "status.time")
