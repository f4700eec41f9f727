"""What the words around a happening say has become of it."""

from __future__ import annotations

from dataclasses import replace

from talks.codebook.kinds import KindFile
from talks.events.clauses import NEGATED, Clauses
from talks.events.factuality import Factuality
from talks.events.phrases import phrase_of, relative_of
from talks.events.triggers import Hit
from talks.events.verdicts import PLAIN, SURE, WEAK, Verdict
from talks.models import Status
from talks.patterns import Line, Match, Pattern, encode
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["POSTPONED", "Judge"]

POSTPONED = "status.postponed"
LINKS = ("of", "on", "for")
OUTLOOK = frozenset({Status.PLANNED, Status.AGREED, Status.PROPOSED})
ENDED = frozenset({Status.CANCELLED, Status.PAUSED})
ABSENT = frozenset({Status.UNSCHEDULED, Status.REJECTED, Status.CANCELLED})


class Judge:
    """Judges the happenings of one sentence."""

    def __init__(self, reading: Reading, sentence: Sentence, line: Line) -> None:
        self.reading, self.sentence, self.line = reading, sentence, line
        self.verbs = sentence.parse.verbs
        self.facts = Factuality(reading, sentence)
        self.clauses = Clauses(reading, sentence, self.facts)
        self.tables = reading.codebook.statuses
        self.vocabulary = reading.codebook.grammar.words
        self.lowers = reading.tokens.lowers
        self.words = {item.word for item in line.items} | {"~" + item.lemma for item in line.items}

    @property
    def _asks(self) -> bool:
        """Whether the sentence is a question, which says nothing of what was."""
        return self.reading.text[: self.sentence.end].endswith("?")

    def judge(self, hit: Hit) -> Verdict | None:
        """Return the status of a happening, or None when the sentence says that it is none."""
        if self._is_other(hit):
            return None
        file = self.reading.codebook.kinds[hit.kind].file
        verdict = self._without(hit, self._judge(hit, file))
        verdict = self.facts.settle(verdict) if verdict else None
        verdict = self._answered(hit, verdict) if verdict else None
        if verdict and self._asks and verdict.status in (Status.HELD, Status.ONGOING):
            return None
        if verdict and verdict.status is Status.PLANNED:
            verdict = replace(verdict, status=file.plans_are)
        return verdict

    def _answered(self, hit: Hit, verdict: Verdict) -> Verdict:
        """Read the answer to what was proposed: a truce of a month, which both sides rejected."""
        if verdict.status is not Status.PROPOSED:
            return verdict
        for verb in self.verbs:
            answer = self.tables.object.get(f"{verb.lemma} {verb.particle}".strip())
            if verb.marker == "which" and verb.clause > hit.head and answer is Status.REJECTED:
                return verdict if verb.negated or verb.modal else replace(verdict, status=answer)
        return verdict

    def _without(self, hit: Hit, verdict: Verdict | None) -> Verdict | None:
        """Turn the status of what there is none of: no talks are planned."""
        phrase = phrase_of(self.sentence, hit.head) if hit.trigger.role == "noun" else None
        if verdict is None or phrase is None or self.lowers[phrase.start] not in self.vocabulary["none"]:
            return verdict
        if verdict.status in ABSENT:
            return verdict
        if verdict.status is Status.AGREED:
            return replace(verdict, status=Status.UNSCHEDULED)
        status = NEGATED.get(verdict.status)
        return replace(verdict, status=status) if status else None

    def _is_other(self, hit: Hit) -> bool:
        """Tell what its modifiers make something else: trade talks, a NATO summit."""
        phrase = phrase_of(self.sentence, hit.head) if hit.trigger.role == "noun" else None
        return phrase is not None and not hit.trigger.unless.isdisjoint(self.lowers[phrase.start : hit.head])

    def _judge(self, hit: Hit, file: KindFile) -> Verdict | None:
        verb = self._governing_verb(hit)
        told = self._by_pattern(hit)
        if told and not (told[0] in OUTLOOK and self._has_ended(hit)):
            return self._as_agreed(hit, verb, *told)
        label = self._by_label(hit)
        if label:
            return Verdict(label, SURE, verb, "status.label")
        if hit.trigger.role == "verb":
            return self.clauses.verdict(verb, Status.HELD, PLAIN)
        return self._of_noun(hit, file)

    def _has_ended(self, hit: Hit) -> bool:
        """Tell what its own verb ends, whatever a relative clause says: talks that were due … are off."""
        phrase = phrase_of(self.sentence, hit.head) if hit.trigger.role == "noun" else None
        verdict = self._by_role(phrase) if phrase and phrase.role in ("subject", "object") else None
        return verdict is not None and verdict.status in ENDED

    def _as_agreed(
        self, hit: Hit, verb: int, status: Status, pattern: Pattern, match: Match
    ) -> Verdict | None:
        """Return what a pattern says; "agree to a truce" is as true as its verb is: they must agree."""
        items = self.line.items
        first, last = items[match.start].start, items[match.end - 1].end
        agrees = [n for n, v in enumerate(self.verbs) if first <= v.head < last and v.head != hit.head]
        if status is Status.AGREED and agrees:
            return self.clauses.verdict(agrees[0], status, SURE)
        if any(self.verbs[n].marker in self.vocabulary["condition"] for n in agrees):
            status = Status.PROPOSED  # if they did not agree to a truce
        return Verdict(status, SURE, verb, pattern.name)

    # --- patterns -------------------------------------------------------------------------------

    def _by_pattern(self, hit: Hit) -> tuple[Status, Pattern, Match] | None:
        fitting = [(s, p) for s, p in self.tables.patterns if p.anchors & self.words]
        if not fitting:
            return None
        head = hit.match.head
        marked = encode(
            [replace(item, kind="E") if n == head else item for n, item in enumerate(self.line.items)]
        )
        found = ((s, p, m) for s, p in fitting for m in p.find(marked))
        return next(found, None)

    def _by_label(self, hit: Hit) -> Status | None:
        """Read "Agreed: …" and its like at the sentence's start."""
        first, stop = self.sentence.first, min(self.sentence.first + 4, hit.first)
        if ":" not in self.lowers[first:stop]:
            return None
        return next((self.tables.label[w] for w in self.lowers[first:stop] if w in self.tables.label), None)

    # --- nouns ----------------------------------------------------------------------------------

    def _governing_verb(self, hit: Hit) -> int:
        if hit.trigger.role == "noun":
            phrase = phrase_of(self.sentence, hit.head)
            return phrase.verb if phrase else -1
        inside = [n for n, v in enumerate(self.verbs) if v.start < hit.last and hit.first < v.end]
        exact = [n for n in inside if self.verbs[n].start <= hit.head < self.verbs[n].end]
        return (exact or inside or [-1])[0]

    def _of_noun(self, hit: Hit, file: KindFile) -> Verdict | None:
        phrase = phrase_of(self.sentence, hit.head)
        if phrase is None:
            return Verdict(file.weak, WEAK, -1, "status.bare")
        later = self._later_noun(hit, phrase)
        if later:
            status = self.tables.heads.get(later)
            return self._of_head(phrase, status) if status else None
        if phrase.prep in self.tables.absent:
            return (
                None if file.weak is Status.HELD else Verdict(file.weak, WEAK, phrase.verb, "status.absent")
            )
        verdict = self._by_role(phrase)
        if verdict is None or verdict.weight <= WEAK:
            verdict = self._by_relative(phrase) or verdict
        adjective = self._by_adjective(phrase)
        if adjective and (verdict is None or verdict.weight <= WEAK or self._says_more(adjective, verdict)):
            return replace(adjective, verb=phrase.verb)
        if verdict and verdict.status is Status.HELD and verdict.weight <= WEAK:
            return replace(verdict, status=Status.PROPOSED if self._is_next(phrase) else file.weak)
        if (
            verdict
            and verdict.rule == "status.time"
            and verdict.status is Status.HELD
            and file.weak is not Status.HELD
        ):
            return replace(verdict, status=file.weak, weight=WEAK)
        return verdict

    def _later_noun(self, hit: Hit, phrase: Phrase) -> str | None:
        """Return the noun that it stands before: a truce proposal is proposed, truce talks are no truce."""
        last = max(hit.head, hit.last - 1) if hit.last <= phrase.end else hit.head
        rest = [at for at in range(last + 1, phrase.end) if self.reading.classes[at] in "nuz"]
        return self.lowers[rest[-1]] if rest else None

    def _of_head(self, phrase: Phrase, status: Status) -> Verdict | None:
        """Read a deal or an offer that is named after its matter; a deal that is sought is none yet."""
        told = self._by_role(phrase) if status is Status.AGREED else None
        if told is None or told.status in (Status.HELD, Status.ONGOING, Status.PLANNED):
            sought = (
                status is Status.AGREED and (told is None or told.weight <= WEAK) and phrase.role == "prep"
            )
            status = Status.PROPOSED if sought and not self._is_the(phrase) else status
            return Verdict(status, PLAIN, phrase.verb, "status.head")
        return replace(told, rule="status.head")

    def _is_the(self, phrase: Phrase) -> bool:
        return self.lowers[phrase.start] in self.vocabulary["pointing"]

    @staticmethod
    def _says_more(adjective: Verdict, verdict: Verdict) -> bool:
        return adjective.status is not Status.HELD and verdict.status is Status.HELD

    def _is_next(self, phrase: Phrase) -> bool:
        return any(word in self.vocabulary["next"] for word in self.lowers[phrase.start : phrase.end])

    def _by_adjective(self, phrase: Phrase) -> Verdict | None:
        found = (self.tables.adjective.get(word) for word in self.lowers[phrase.start : phrase.end])
        status = next((status for status in found if status), None)
        return Verdict(status, PLAIN, -1, "status.adjective") if status else None

    def _by_role(self, phrase: Phrase) -> Verdict | None:
        number = self.sentence.parse.phrases.index(phrase)
        reduced = next(
            (n for n, v in enumerate(self.verbs) if v.form == "participle" and v.subject == number), -1
        )
        if (
            reduced >= 0
            and self.verbs[reduced].lemma in self.tables.object
            and not self._resumes(phrase, reduced)
        ):
            return Verdict(self.tables.object[self.verbs[reduced].lemma], PLAIN, reduced, "status.participle")
        if phrase.role == "prep" and phrase.left >= 0 and phrase.verb < 0:
            return self._by_left(phrase)
        if phrase.verb < 0 or phrase.role == "free":
            early = self.tables.time.get(phrase.prep)
            return Verdict(early or Status.HELD, PLAIN if early else WEAK, -1, "status.time")
        verb = self.verbs[phrase.verb]
        if phrase.role == "prep":
            return self._by_preposition(phrase, verb)
        name = f"{verb.lemma} {verb.particle}".strip()
        passive = self.tables.object | self.tables.subject
        table = (
            self.tables.object
            if phrase.role == "object"
            else passive
            if verb.passive
            else self.tables.subject
        )
        if {name, verb.lemma} & self.tables.truth["postponing"] and (phrase.role == "object" or verb.passive):
            return Verdict(Status.UNSCHEDULED, PLAIN, phrase.verb, POSTPONED)
        base = table.get(name) or table.get(verb.lemma)
        raises = verb.lemma == "be" or (verb.passive and not base)
        complement = self._complement(phrase.verb) if phrase.role == "subject" and raises else -1
        if complement >= 0:
            return self.clauses.verdict(complement, Status.HELD, PLAIN)
        found = self.clauses.verdict(phrase.verb, base or Status.HELD, PLAIN if base else WEAK)
        return self._of_later_verb(phrase, found) if phrase.role == "subject" else found

    def _by_relative(self, phrase: Phrase) -> Verdict | None:
        """Read the clause that follows: a letter that Quent had sent, a truce which began on Monday."""
        number = relative_of(self.sentence, phrase)
        if number < 0:
            return None
        verb = self.verbs[number]
        own = verb.subject == self.sentence.parse.phrases.index(phrase)
        table = self.tables.subject if own and not verb.passive else self.tables.object
        base = table.get(f"{verb.lemma} {verb.particle}".strip()) or table.get(verb.lemma)
        return self.clauses.verdict(number, base, PLAIN) if base else None

    def _resumes(self, phrase: Phrase, reduced: int) -> bool:
        """Tell "talks, interrupted since spring, were resumed": the main verb tells the later state."""
        if phrase.verb < 0 or phrase.verb == reduced:
            return False
        main = self.verbs[phrase.verb]
        known = (self.tables.object if main.passive else self.tables.subject).get(main.lemma)
        told = self.tables.object[self.verbs[reduced].lemma]
        if told in ENDED:
            return known is Status.HELD and not main.modal and not main.negated
        return known in ENDED or told is Status.HELD or main.lemma in self.tables.truth["postponing"]

    def _complement(self, number: int) -> int:
        """Return the infinitive that tells more of its subject: the talks are due, are supposed to resume."""
        following = number + 1
        if (
            following < len(self.verbs)
            and self.verbs[following].form == "infinitive"
            and self.verbs[following].governor == number
        ):
            return following
        return -1

    def _of_later_verb(self, phrase: Phrase, found: Verdict | None) -> Verdict | None:
        """Read a second verb of the same subject: the talks came near to a result but stopped."""
        number = self.sentence.parse.phrases.index(phrase)
        for at, verb in enumerate(self.verbs):
            base = (
                self.tables.subject.get(verb.lemma) if verb.subject == number and at > phrase.verb else None
            )
            if base and base is not Status.HELD and verb.form == "finite":
                return self.clauses.verdict(at, base, PLAIN)
        return found

    def _by_preposition(self, phrase: Phrase, verb: Verb) -> Verdict | None:
        paired = self.tables.preposition.get((verb.lemma, phrase.prep))
        if paired:
            return self.clauses.verdict(phrase.verb, paired, PLAIN)
        early = self.tables.time.get(phrase.prep)
        if early:
            return self._at_time(phrase, early)
        return (
            self._by_left(phrase)
            if phrase.left >= 0
            else self.clauses.verdict(phrase.verb, Status.HELD, WEAK)
        )

    def _by_left(self, phrase: Phrase) -> Verdict | None:
        """Read what hangs on another noun: the end of the talks, a round of negotiations."""
        left = self.sentence.parse.phrases[phrase.left]
        if phrase.prep not in LINKS or left.role not in ("subject", "object"):
            early = self.tables.time.get(phrase.prep)
            return self._at_time(phrase, early) if early else self._as_verb(phrase)
        inner = self._by_role(left)
        return replace(inner, weight=min(inner.weight, WEAK)) if inner else None

    def _at_time(self, phrase: Phrase, early: Status) -> Verdict:
        """Read "in talks", "at the next round": as past or to come as what is done in it."""
        told = Verdict(early, PLAIN, phrase.verb, "status.time")
        if early is not Status.HELD or phrase.prep in self.tables.past:
            return told
        if phrase.prep == "in" and phrase.verb >= 0 and self._is_in(self.verbs[phrase.verb]):
            return replace(told, status=Status.ONGOING)
        verb = self.clauses.verdict(phrase.verb, Status.HELD, PLAIN) if phrase.verb >= 0 else None
        to_come = verb is not None and verb.status in (Status.PLANNED, Status.PROPOSED)
        if to_come and verb:
            return verb
        return replace(told, status=Status.PROPOSED) if self._is_next(phrase) else told

    @staticmethod
    def _is_in(verb: Verb) -> bool:
        """Tell "are in talks", "have been in talks"."""
        return verb.lemma == "be" and verb.tense == "present" and not verb.negated and not verb.modal

    def _as_verb(self, phrase: Phrase) -> Verdict:
        """Read what is done for the sake of a happening: they go to Castrel for talks."""
        told = self.clauses.verdict(phrase.verb, Status.HELD, WEAK) if phrase.verb >= 0 else None
        return told or Verdict(Status.HELD, WEAK, phrase.verb, "status.time")
