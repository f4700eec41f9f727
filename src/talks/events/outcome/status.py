"""What the words around a happening say has become of it."""

from __future__ import annotations

from talks.codebook.kinds import KindFile
from talks.events.outcome.answers import has_no_date
from talks.events.outcome.clauses import Clauses
from talks.events.outcome.completing import Completion
from talks.events.outcome.consent import is_only_agreed
from talks.events.outcome.exclusions import is_other
from talks.events.outcome.factuality import Factuality
from talks.events.outcome.finite import NEGATED
from talks.events.outcome.outright import Outright
from talks.events.outcome.plans import as_planned
from talks.events.outcome.roles import ENDED, Roles
from talks.events.outcome.wording import Wording
from talks.events.phrases import is_done, is_next, noun_of, phrase_of
from talks.events.triggers import Hit
from talks.events.verdicts import EXPECTED, OUTLOOK, PLAIN, SURE, WEAK, Verdict
from talks.events.when.hours import find_last_time
from talks.events.when.lasting import takes_effect
from talks.models import Status
from talks.patterns import Line
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["Judge"]

SETTLED = frozenset({Status.HELD, Status.AGREED, Status.ONGOING})
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
        self.roles = Roles(reading, sentence, self.clauses)
        self.completion = Completion(sentence, self.tables.truth["completing"])
        self.wording = Wording(reading, sentence, line)
        self.outright = Outright(reading, sentence, self.wording, self.clauses, self.roles)
        self.judged: dict[
            int, tuple[Hit, Verdict | None]
        ] = {}  # each hit is kept, so that its id stays its own

    @property
    def _asks(self) -> bool:
        """Whether the sentence is a question, which says nothing of what was."""
        return self.reading.text.endswith("?", 0, self.sentence.end)

    def judge(self, hit: Hit) -> Verdict | None:
        """Return the status of a happening, or None when the sentence says that it is none."""
        if id(hit) not in self.judged:
            self.judged[id(hit)] = hit, self._settled(hit)
        return self.judged[id(hit)][1]

    def _settled(self, hit: Hit) -> Verdict | None:
        if is_other(self.reading, self.sentence, hit):
            return None
        file = self.reading.codebook.kinds[hit.kind].file
        verdict = self._without(hit, self._judge(hit, file))
        verdict = self._as_it_stands(hit, verdict, file) if verdict else None
        only_agreed = verdict and is_only_agreed(self.reading, self.sentence, hit, verdict)
        if verdict and verdict.status is Status.HELD and (only_agreed or self.facts.is_unbegun(file.units)):
            verdict = verdict._replace(status=file.plans_are)
        verdict = self.facts.answered(hit.head, verdict) if verdict else None
        if verdict and file.encounter and not file.rounds:
            verdict = self.facts.without_pause(verdict)
        if self._asks and hit.trigger.role == "noun" and has_no_date(self.reading, self.sentence):
            return Verdict(Status.UNSCHEDULED, PLAIN, self.verb_of(hit), "status.answer")
        if verdict and self._asks and verdict.status in SETTLED:
            return None
        settled = verdict and verdict.rule != EXPECTED and not self.is_expected(verdict)
        if verdict and verdict.status is Status.PLANNED and settled:
            verdict = verdict._replace(status=as_planned(self.reading, self.sentence, hit, verdict))
        return verdict

    def _as_it_stands(self, hit: Hit, verdict: Verdict, file: KindFile) -> Verdict | None:
        """Return a verdict as far as it stands; who was to have told of a meeting has undone no meeting."""
        settled, noun = self.facts.settle(verdict), noun_of(self.sentence, hit)
        off = settled is not None and settled.status is Status.CANCELLED
        matter = noun is not None and noun.prep in self.vocabulary["matter"]
        if off and matter and verdict.status is not Status.CANCELLED:
            return verdict._replace(status=file.weak, weight=WEAK)
        return settled

    def is_expected(self, verdict: Verdict) -> bool:
        """Tell what somebody expects, on which nobody need have agreed."""
        verb = self.verbs[verdict.verb] if verdict.verb >= 0 else None
        above = self.verbs[verb.governor] if verb and 0 <= verb.governor < len(self.verbs) else None
        return any(self.outright.expects(v) for v in (verb, above) if v)

    def _without(self, hit: Hit, verdict: Verdict | None) -> Verdict | None:
        """Turn the status of what there is none of: no talks are planned."""
        phrase = noun_of(self.sentence, hit)
        if verdict is None or phrase is None:
            return verdict
        if self.lowers[phrase.start] in self.vocabulary["whichever"] and verdict.status in SETTLED:
            return verdict._replace(status=Status.PROPOSED)  # any truce
        if self.lowers[phrase.start] not in self.vocabulary["none"]:
            return verdict
        if verdict.status in ABSENT:
            return verdict
        if verdict.status is Status.AGREED:
            return verdict._replace(status=Status.UNSCHEDULED)
        status = NEGATED.get(verdict.status)
        return verdict._replace(status=status) if status else None

    def _judge(self, hit: Hit, file: KindFile) -> Verdict | None:
        verb, noun = self.verb_of(hit), noun_of(self.sentence, hit)
        completed = self.completion.of(noun) if noun else None
        if completed:
            return completed
        later = self.wording.later_noun(hit, noun) if noun else None
        if later in self.vocabulary["deliberations"]:
            return None  # ceasefire talks are under way
        told = self.outright.find(hit)
        resumed = self.clauses.resumed(noun) if told and noun and told[0] is Status.PAUSED else None
        if resumed:
            return resumed
        if told:
            return self.outright.verdict(hit, verb, *told)
        label = self.wording.by_label(hit)
        if label:
            return Verdict(label, SURE, verb, "status.label")
        if hit.trigger.role == "verb":
            if file.contact and find_last_time(self.reading, self.sentence, verb):
                return Verdict(Status.HELD, PLAIN, verb, "status.last")
            seen = self._seen(verb)
            if seen >= 0:
                hypothetical = self.verbs[seen].modal in self.vocabulary["hypothetical"]
                return self.clauses.verdict(seen, Status.PROPOSED if hypothetical else Status.HELD, PLAIN)
            return self.clauses.verdict(verb, hit.trigger.base, PLAIN)
        return self._of_noun(hit, file, later)

    # --- nouns ----------------------------------------------------------------------------------

    def verb_of(self, hit: Hit) -> int:
        """Return the verb that tells of a happening, or that its noun hangs on; -1 for none."""
        if hit.trigger.role == "noun":
            phrase = phrase_of(self.sentence, hit.head)
            return phrase.verb if phrase else -1
        inside = [n for n, v in enumerate(self.verbs) if v.start < hit.last and hit.first < v.end]
        exact = [n for n in inside if self.verbs[n].start <= hit.head < self.verbs[n].end]
        return exact[0] if exact else self.clauses.outlook_of(inside)

    def _seen(self, number: int) -> int:
        """Return the verb of what sees something done, or -1: a swap that is to see five released."""
        verb = self.verbs[number] if number >= 0 else None
        if verb is None or verb.form != "participle" or verb.subject < 0:
            return -1
        phrases = self.sentence.parse.phrases
        subject = phrases[verb.subject]
        if subject.prep == "of" and subject.left >= 0:
            subject = phrases[subject.left]  # a total of 120 prisoners released
        above = subject.verb if subject.role == "object" else -1
        if above < 0:
            return -1
        sees = self.verbs[above].lemma in self.tables.truth["seeing"]
        return above if sees or self.verbs[above].modal in self.vocabulary["hypothetical"] else -1

    def _of_noun(self, hit: Hit, file: KindFile, later: str | None) -> Verdict | None:
        phrase = phrase_of(self.sentence, hit.head)
        if phrase is None:
            return Verdict(file.weak, WEAK, -1, "status.bare")
        if phrase.prep in self.tables.absent:
            return (
                None if file.weak is Status.HELD else Verdict(file.weak, WEAK, phrase.verb, "status.absent")
            )
        if later:
            status = self.tables.heads.get(later)
            return self._of_head(phrase, status) if status else None
        verdict = self._of_clauses(phrase)
        adjective = self._by_adjective(phrase, verdict)
        if self._is_talked_about(phrase, verdict, file):
            return adjective
        ahead = verdict is None or verdict.status in OUTLOOK or phrase.role == "prep"
        if adjective and adjective.status is Status.ONGOING and ahead and phrase.role != "object":
            return adjective._replace(verb=phrase.verb)  # she will speak to him in the ongoing talks
        if verdict and verdict.status is Status.PAUSED and adjective and adjective.status in OUTLOOK:
            return verdict._replace(status=Status.CANCELLED)  # the planned summit was halted
        more = adjective and adjective.status is not Status.HELD and not file.drawn_up
        if adjective and (
            verdict is None or verdict.weight <= WEAK or (more and verdict.status is Status.HELD)
        ):
            return adjective._replace(verb=phrase.verb)
        if verdict and verdict.status is Status.HELD and verdict.weight <= WEAK:
            some = self.lowers[phrase.start] in self.vocabulary["indefinite"]
            matter = phrase.prep in self.vocabulary["matter"] and not hit.trigger.journey  # said on a trip
            only = is_next(self.reading, phrase) or (some and matter)
            return verdict._replace(status=Status.PROPOSED if only else file.weak)
        if (
            verdict
            and verdict.rule == "status.time"
            and verdict.status is Status.HELD
            and file.weak is not Status.HELD
        ):
            return verdict._replace(status=file.weak, weight=WEAK)
        return verdict

    def _is_talked_about(self, phrase: Phrase, verdict: Verdict | None, file: KindFile) -> bool:
        """Tell an encounter that is there to be talked about: discussed the talks, but not: a meeting."""
        proposed = verdict is not None and verdict.status is Status.PROPOSED
        if not (file.encounter and proposed and phrase.role == "object" and phrase.verb >= 0):
            return False
        verb, some = self.verbs[phrase.verb], self.lowers[phrase.start] in self.vocabulary["indefinite"]
        talked = verb.lemma in self.tables.truth["discussing"] and is_done(verb)
        return talked and not (some or is_next(self.reading, phrase))

    def _of_clauses(self, phrase: Phrase) -> Verdict | None:
        """Return what its own clause says of it, or one that hangs on it."""
        verdict, told = self.roles.by_role(phrase), self.roles.by_relative(phrase)
        if verdict is None or verdict.weight <= WEAK:
            verdict = told or verdict
        if verdict is None:
            return None
        if told and verdict.status is Status.HELD and told.status in ENDED and told.verb > phrase.verb >= 0:
            return told  # they opened talks, which were broken off
        if verdict.status not in OUTLOOK:
            return verdict
        if told and told.status is Status.HELD and self.facts.occurs(self.verbs[told.verb]):
            return told  # they discussed the call, which took place on Monday
        return self.roles.begun(phrase) or verdict

    def _of_head(self, phrase: Phrase, status: Status) -> Verdict | None:
        """Read a deal or an offer that is named after its matter; a deal that is sought is none yet."""
        told = self.roles.by_role(phrase) if status is Status.AGREED else None
        if told is None or told.status in (Status.HELD, Status.ONGOING, Status.PLANNED):
            verb = self.sentence.parse.verb_at(told.verb) if told else None
            if told and verb and told.status is Status.HELD and takes_effect(self.reading, verb):
                return told._replace(weight=PLAIN)  # the ceasefire deal came into force
            reached = verb is None or verb.passive or self._seals(verb, phrase)
            vague = phrase.role == "prep" and (told is None or told.weight <= WEAK)
            pointed = self.lowers[phrase.start] in self.vocabulary["pointing"]
            if status is Status.AGREED and not pointed and (vague or not reached):
                status = Status.PROPOSED
            return Verdict(status, PLAIN, phrase.verb, "status.head")
        return told._replace(rule="status.head")

    def _seals(self, verb: Verb, deal: Phrase) -> bool:
        """Tell who signed a deal, or what talks that are over brought; they may have brought none."""
        brought = is_done(verb) and self.lowers[deal.start] not in self.vocabulary["none"]
        truth = self.tables.truth
        return verb.lemma in truth["sealing"] or (brought and verb.lemma in truth["brokering"])

    def _by_adjective(self, phrase: Phrase, told: Verdict | None) -> Verdict | None:
        found = (self.tables.adjective.get(word) for word in self.lowers[phrase.start : phrase.end])
        status = next((status for status in found if status), None)
        ahead = told is not None and told.status in OUTLOOK and told.verb >= 0
        if status is Status.HELD and ahead and told is not None and self.verbs[told.verb].lemma == "be":
            return None  # it would be the first meeting
        return Verdict(status, PLAIN, -1, "status.adjective") if status else None
