"""What the verb that a noun phrase is subject or object of makes of the happening it names."""

from __future__ import annotations

from talks.events.outcome.clauses import Clauses
from talks.events.outcome.matters import is_matter, is_outcome, stays_away
from talks.events.outcome.naming import as_named
from talks.events.outcome.prepositions import Prepositions
from talks.events.phrases import paired_status, relative_of
from talks.events.verdicts import OUTLOOK, PLAIN, POSTPONED, WEAK, Verdict
from talks.events.when.lasting import has_been, has_begun, takes_effect
from talks.events.when.postponing import find_put_off
from talks.events.who.attendance import whole_of
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb
from talks.terms import SETTLED

__all__ = ["ENDED", "REFUSED", "Roles"]

ENDED = frozenset({Status.CANCELLED, Status.PAUSED})
REFUSED = ENDED | {Status.REJECTED}
DECIDED = REFUSED | {Status.AGREED}


class Roles:
    """The noun phrases of one sentence, by how they hang together."""

    def __init__(self, reading: Reading, sentence: Sentence, clauses: Clauses) -> None:
        self.reading, self.sentence, self.clauses = reading, sentence, clauses
        self.verbs = sentence.parse.verbs
        self.tables = reading.codebook.statuses
        self.vocabulary = reading.codebook.grammar.words
        self.lowers = reading.tokens.lowers
        self.prepositions = Prepositions(reading, sentence, clauses, self.by_role)

    def by_role(self, phrase: Phrase) -> Verdict | None:
        """Return what comes of a happening as subject, object or complement, or by the deal that it is in."""
        provided = self.clauses.provisions.of_phrase(phrase)
        if provided:
            return Verdict(provided, PLAIN, phrase.verb, "status.provision")
        if is_matter(self.reading, self.sentence, phrase):
            return Verdict(Status.PROPOSED, WEAK, -1, "status.matter")
        whole, verb = whole_of(self.reading, self.sentence, phrase, phrase.verb)
        served = whole.prep in self.vocabulary["purposes"]
        if verb == phrase.verb or not (served or whole.role == "object"):
            return self._by_role(phrase)
        told = self._by_role(whole)  # will hold what he called direct talks
        if served and (told is None or told.status not in OUTLOOK):
            return self._by_role(phrase)
        return told._replace(verb=phrase.verb) if told else None

    def _by_role(self, phrase: Phrase) -> Verdict | None:
        reduced = self._reduced(phrase)
        status = self.tables.object.of(self.verbs[reduced]) if reduced >= 0 else None
        if status:
            undone = status in SETTLED and self._was_not_held(phrase)
            return Verdict(Status.CANCELLED if undone else status, PLAIN, reduced, "status.participle")
        if phrase.role == "prep" and phrase.left >= 0 and phrase.verb < 0:
            return self.prepositions.of_noun(phrase)
        if phrase.role not in ("subject", "object") and self._is_occurring(phrase):
            return Verdict(Status.HELD, PLAIN, -1, "status.occurs")  # with a second round taking place in May
        if phrase.verb < 0 or phrase.role == "free":
            early = self.tables.time.get(phrase.prep)
            return Verdict(early or Status.HELD, PLAIN if early else WEAK, -1, "status.time")
        verb = self.verbs[phrase.verb]
        if phrase.role != "subject" and stays_away(self.reading, self.sentence, verb):
            held = phrase.role == "prep" and verb.tense == "past"
            return Verdict(Status.HELD, WEAK, phrase.verb, "status.absent") if held else None
        if phrase.role == "prep":
            return self.prepositions.of_verb(phrase, verb)
        off = find_put_off(self.reading, self.sentence, phrase)
        if off >= 0:
            return Verdict(Status.UNSCHEDULED, PLAIN, off, POSTPONED)
        base = self._base(phrase, verb)
        telling = verb.lemma in self.tables.governor or verb.lemma in self.tables.truth["telling"]
        raises = verb.lemma == "be" or (verb.passive and telling and not base)  # not: it was cut to free them
        complement = self._complement(phrase.verb) if phrase.role == "subject" and raises else -1
        if complement >= 0 and not self.clauses.facts.is_purpose(verb, self.verbs[complement]):
            return self.clauses.verdict(complement, Status.HELD, PLAIN)
        if phrase.role == "subject" and verb.lemma in self.tables.truth["failing"]:
            return self._of_failure(phrase.verb, base)
        found = self.clauses.verdict(phrase.verb, base or Status.HELD, PLAIN if base else WEAK)
        return self._of_subject(phrase, found) if phrase.role == "subject" else found

    def _is_occurring(self, phrase: Phrase) -> bool:
        """Tell what takes place by the participle behind it: not: called for a truce starting on Monday."""
        asked = phrase.role == "prep" and phrase.verb >= 0
        verb = self.verbs[phrase.verb] if asked else None
        if verb and paired_status(self.reading, self.sentence, verb, phrase) in OUTLOOK:
            return False
        occurs = self.clauses.facts.occurs
        return any(v.form == "ing" and v.start == phrase.end and occurs(v) for v in self.verbs)

    def _of_subject(self, phrase: Phrase, found: Verdict | None) -> Verdict | None:
        if found and is_outcome(self.reading, phrase, self.verbs[phrase.verb]):
            return Verdict(Status.HELD, WEAK / 2, phrase.verb, "status.outcome")
        return self._of_later_verb(phrase, found)

    def _reduced(self, phrase: Phrase) -> int:
        """Return the participle that tells of a phrase, or -1: not "proposed", of what has been signed."""
        told = (n for n, v in enumerate(self.verbs) if v.form == "participle" and v.subject == phrase.number)
        number, table = next(told, -1), self.tables.object
        base = table.of(self.verbs[number]) if number >= 0 else None
        verb = self.verbs[phrase.verb] if phrase.role == "object" and phrase.verb >= 0 else None
        done = base is Status.PROPOSED and verb is not None and table.of(verb) is Status.HELD
        return -1 if base is None or done or self._resumes(phrase, number) else number

    def _base(self, phrase: Phrase, verb: Verb) -> Status | None:
        """Return what a verb by itself makes of its subject or object."""
        of_subject = self.tables.passive if verb.passive else self.tables.subject
        table = self.tables.object if phrase.role == "object" else of_subject
        idiom = self.tables.idiom.get((verb.lemma, *self.lowers[verb.end : verb.end + 2]))  # put on hold
        base = idiom or table.of(verb)
        if table is self.tables.object and verb.progressive and verb.lemma in self.tables.truth["brokering"]:
            return Status.PROPOSED  # is negotiating their release
        lasted = verb.lemma in self.vocabulary["lasting"] and verb.tense == "past" and not verb.perfect
        if table is self.tables.subject and base is Status.ONGOING and lasted and not verb.modal:
            return Status.HELD  # the truce held for a day
        if table is self.tables.subject and self._decides(verb, base):
            return Status.HELD  # a truce that halted the fighting
        return base or (as_named(self.reading, self.sentence, phrase, verb) if verb.lemma == "be" else None)

    @staticmethod
    def _decides(verb: Verb, told: Status | None) -> bool:
        """Tell a subject that does to something else what its verb tells: a draft that accepts demands."""
        return told in DECIDED and bool(verb.objects) and not verb.passive

    def _of_failure(self, number: int, base: Status | None) -> Verdict | None:
        """Tell talks that failed to take place from talks that failed, which took place."""
        complement = self._complement(number)
        if complement < 0:
            return self.clauses.verdict(number, base or Status.HELD, PLAIN)
        if self.clauses.facts.occurs(self.verbs[complement]):
            return Verdict(Status.CANCELLED, PLAIN, number, "status.failure")
        return self.clauses.verdict(number, Status.HELD, PLAIN)  # talks that failed to bring a truce

    def by_relative(self, phrase: Phrase) -> Verdict | None:
        """Read the clause that follows: a letter that Quent had sent, a truce which began on Monday."""
        number = relative_of(self.sentence, phrase)
        if number < 0:
            return None
        verb = self.verbs[number]
        own = verb.subject == phrase.number
        table = self.tables.subject if own and not verb.passive else self.tables.object
        base = table.of(verb)
        if base is None or (own and self._decides(verb, base)):
            return None
        return self.clauses.verdict(number, base, PLAIN)

    def begun(self, phrase: Phrase) -> Verdict | None:
        """Read the beginning that a relative clause tells: the truce, which began on Monday, is to last."""
        held = next((n for n, v in enumerate(self.verbs) if self._is_held_aside(phrase, v)), -1)
        if held >= 0:
            return Verdict(Status.HELD, PLAIN, held, "status.participle")
        told = self.by_relative(phrase)
        verb = self.verbs[told.verb] if told and told.verb >= 0 else None
        if told is None or verb is None or told.status is not Status.HELD or verb.perfect:
            return None
        begins = verb.lemma in self.vocabulary["having_been"] and verb.tense == "past"
        return told if begins or takes_effect(self.reading, verb) else None

    def _is_held_aside(self, phrase: Phrase, verb: Verb) -> bool:
        """Tell what was held by what is added of it: the talks, held in Castrel, were to build on …"""
        added = verb.form == "participle" and verb.subject == phrase.number and phrase.end + 1 == verb.start
        return added and self.lowers[phrase.end] == "," and verb.lemma in self.tables.truth["staging"]

    def _resumes(self, phrase: Phrase, reduced: int) -> bool:
        """Tell "talks, interrupted since spring, were resumed": the main verb tells the later state."""
        if phrase.verb < 0 or phrase.verb == reduced:
            return False
        main = self.verbs[phrase.verb]
        if phrase.prep == "in" and main.tense == "past" and not (main.modal or main.negated):
            return True  # were freed in a swap announced by both
        taken = main.passive or phrase.role == "object"
        table = self.tables.object if taken else self.tables.subject
        known = table.of(main)
        told = self.tables.object.of(self.verbs[reduced])
        if told in ENDED:
            return known is Status.HELD and not main.modal and not main.negated
        put_off = main.lemma in self.tables.truth["postponing"]
        carried_out = self._is_of_holding(main) and not main.negated
        if told in SETTLED and (carried_out or has_been(self.reading, self.sentence, main)):
            return True  # the swap agreed in May took place, the talks arranged by Varga were held
        return takes_effect(self.reading, main) or known in REFUSED or told is Status.HELD or put_off

    def _was_not_held(self, phrase: Phrase) -> bool:
        """Tell the summit planned for May that was not held."""
        main = self.sentence.parse.verb_at(phrase.verb)
        return main is not None and main.negated and self._is_of_holding(main)

    def _is_of_holding(self, verb: Verb) -> bool:
        """Tell what was held, or was not: the talks arranged by Varga were held."""
        past = verb.passive and verb.tense == "past" and not verb.modal
        return past and self.tables.object.of(verb) is Status.HELD

    def _complement(self, number: int) -> int:
        """Return the infinitive that tells more of its subject: the talks are due, are supposed to resume."""
        following = number + 1
        verb = self.verbs[following] if following < len(self.verbs) else None
        if verb is None or verb.form != "infinitive" or verb.governor != number:
            return -1
        places, phrases = self.vocabulary["locative"], self.sentence.parse.phrases
        matter = any(p.end == verb.start and p.role == "prep" and p.prep not in places for p in phrases)
        return -1 if matter else following  # were useful for further steps to end the war

    def _of_later_verb(self, phrase: Phrase, found: Verdict | None) -> Verdict | None:
        """Read a second verb of the same subject: the talks came near to a result but stopped."""
        if found and found.status is Status.PAUSED:
            return self.clauses.resumed(phrase) or found
        for at, verb in enumerate(self.verbs):
            if verb.subject != phrase.number or at <= phrase.verb or verb.form != "finite":
                continue
            if verb.negated and verb.tense == "past" and self.clauses.facts.occurs(verb):
                return Verdict(Status.CANCELLED, PLAIN, at, "status.finite")  # but it never came about
            base = self.tables.subject.of(verb)
            if self._decides(verb, base):
                continue  # a plan that drops its demands stands
            compared = self.lowers[verb.start - 1] in self.vocabulary["comparing"]  # earlier than planned
            if base is Status.PLANNED and found and has_begun(self.reading, self.verbs[phrase.verb]):
                return found._replace(status=Status.ONGOING)  # began on Monday and are expected to go on
            ends = verb.lemma in self.vocabulary["ending"] and not (verb.negated or verb.modal)
            if found and found.status is Status.ONGOING and ends and (verb.perfect or verb.tense == "past"):
                return found._replace(status=Status.HELD, verb=at)  # have begun and have ended
            if base and base is not Status.HELD and not compared:
                return self.clauses.verdict(at, base, PLAIN)
        return found
