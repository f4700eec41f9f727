"""Utterances of an article: cues with their speakers, labels, and the quotations that no cue claims."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from talks.models import Stance
from talks.names import Actor
from talks.reading import Reading, Sentence
from talks.statements.according import Account, contents_of, find_accounts
from talks.statements.announced import SEPARATORS, find_announced, find_below
from talks.statements.contents import share_out
from talks.statements.cues import find_cues
from talks.statements.found import Found
from talks.statements.heard import Heard
from talks.statements.indirect import tell_on
from talks.statements.joint import JOINT, declare_together, is_joint_again
from talks.statements.labels import Label, find_label
from talks.statements.leaders import find_leaders
from talks.statements.named_later import learn_later, name_later
from talks.statements.partners import find_partners
from talks.statements.passed import (
    PASSING,
    find_author,
    find_cited,
    is_bare_post,
    is_own_bureau,
    is_told_before,
    point_back,
)
from talks.statements.sides import is_of_outlet, is_of_sides, speak_as_sides
from talks.statements.speakers import find_speaker
from talks.statements.stage import Stage
from talks.statements.times import goes_on_speaking, when_said
from talks.statements.unmarked import quote_unmarked
from talks.statements.utterance import (
    ACTING,
    Utterance,
    address,
    follows_on,
    is_quoted,
    outermost,
    speaks_for_side,
    with_relative,
)
from talks.statements.view import View

__all__ = ["find_utterances"]

PASSED = frozenset({"statements.say", "statements.tell"})  # rules that tell what others said in quoted words
LABELLED = 2  # labels from which a text is a transcript


def find_utterances(reading: Reading) -> list[Utterance]:
    """Return what is credited to whom, in the order of the text."""
    return _Finder(reading).run()


class _Finder:
    """One pass over the sentences, in which the cast comes on stage."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.cast = reading, reading.cast
        self.stage = Stage(reading)
        self.heard = Heard(reading, self.stage)
        self.out = self.heard.out  # the same list, which both lengthen
        self.told: Actor | None = None  # who spoke in the last sentence
        self.open: Utterance | None = None  # what a quotation in the next sentence goes on with
        found = {number: find_label(reading, line) for number, line in enumerate(reading.paragraphs)}
        self.labels = {number: label for number, label in found.items() if label}
        self.is_transcript = sum(label.bare for label in self.labels.values()) >= LABELLED

    def run(self) -> list[Utterance]:
        for sentence in self.reading.sentences:
            label = self.labels.get(sentence.paragraph) or find_label(self.reading, sentence)
            if label:
                self._label(sentence, label)
            if sentence.inside is not None:
                self._quote_on(sentence)
            elif label and label.bare and self.is_transcript:
                self._pass_on(sentence, label.actor, self.reading.codebook.speech.selves)
            else:
                self._sentence(sentence)
        told = quote_unmarked(self.reading, self.out + self.heard.aside)
        return learn_later([name_later(self.reading, utterance) for utterance in told])

    def _label(self, sentence: Sentence, label: Label) -> None:
        """Add what a label credits, once a line."""
        done = (
            self.out
            and self.out[-1].rule == "statements.label"
            and self.out[-1].paragraph == sentence.paragraph
        )
        if not done:
            self.heard.add(Utterance(
                label.actor or self.heard.last(sentence.paragraph)[0], "statements.label", [label.content],
                sentence.paragraph, label.source, transcript=self.is_transcript and label.bare,
            ))  # fmt: skip

    def _pass_on(self, sentence: Sentence, speaker: Actor | None, selves: Container[str]) -> None:
        """Add what a speaker who is quoted says that others have said: “Quent told me that it was over.”"""
        view, found = find_cues(self.reading, sentence)
        before = len(self.out)
        for cue in share_out(view, found):
            first = sentence.parse.phrases[cue.source].start
            if self.reading.tokens.lowers[first] not in selves:
                self._utter(view, cue)
        self.out[before:] = [told for told in self.out[before:] if told.speaker != speaker]
        self.stage.note_names(sentence)

    def _quote_on(self, sentence: Sentence) -> None:
        """Add what is told in quoted words of others; whoever is quoted goes on speaking."""
        before = len(self.out)
        self._pass_on(sentence, self.told, self.cast.naming.pronouns)
        self.heard.aside += [u for u in self.out[before:] if u.rule in PASSED and speaks_for_side(u.speaker)]
        del self.out[before:]
        self.stage.return_to(self.told, sentence)
        if self.told:
            self.heard.speakers[sentence.paragraph] = self.told

    def _sentence(self, sentence: Sentence) -> None:
        view, found = find_cues(self.reading, sentence)
        cues = {cue.verb: cue for cue in share_out(view, found)}
        before = len(self.out)
        self.stage.note_unnamed(sentence)
        for number, verb in enumerate(sentence.parse.verbs):
            if number in cues:
                self._utter(view, cues[number])
            elif verb.subject >= 0:
                self.stage.note(sentence, verb.subject)
        asked = self.reading.text[sentence.start : sentence.end].endswith("?")
        if asked and sentence.parse.phrases and not sentence.parse.verbs:
            self.stage.note(sentence, len(sentence.parse.phrases) - 1)  # And President Stenmoe?
        self._accord(sentence)
        if pointing := point_back(view, self.out[:before], self.out[before:]):
            self.heard.add(pointing)
        last = self.out[-1] if self.told and self.told.kind in ACTING and self.out else None
        if len(self.out) == before and last and last.speaker == self.told:
            self.out += tell_on(self.reading, sentence, last)
        if len(self.out) == before:
            self._unclaimed(sentence)
            before = len(self.out) - 1 if sentence.atoms else before
        else:
            self.open = next((u for u in self.out[before:] if is_quoted(self.reading, u)), None)
        self.told = outermost(self.out[before:]) if before >= 0 else None
        if self.told is None:
            self.stage.return_to_main(sentence)
        self.stage.return_to(self.told, sentence)
        if self.told:
            self.heard.speakers[sentence.paragraph] = self.told

    # --- cues ---------------------------------------------------------------------------------

    def _utter(self, view: View, cue: Found) -> None:
        sentence, verb = view.sentence, view.parse.verbs[cue.verb]
        told = cue.contents[0][0] if cue.left else None
        actor, source = find_speaker(self.reading, sentence, cue.source, told)
        actor = self._meant(sentence, cue.source, actor)
        partners = find_partners(sentence, cue.source)
        joint = declare_together(self.reading, sentence, cue.verb, [cue.source, *partners])
        if joint:
            actor, partners = joint, []
        via, cited = None, find_cited(view, verb)
        own = actor and (actor.kind == "outlet" or actor.name == self.reading.article.outlet)
        if actor and (own or (cited >= 0 and actor.kind in PASSING)):
            if cited < 0:
                self.heard.credit(self._utterance(view, cue, actor, source, None), sentence)
                return
            via, (actor, source) = actor.name, find_speaker(self.reading, sentence, cited)
        utterance = self._utterance(view, cue, actor, source, via)
        last = self.out[-1] if self.out else None
        if utterance.said is None and last and last.speaker == actor and goes_on_speaking(view, cue, last):
            utterance.said = last.said
        if cue.addressee >= 0:
            address(self.reading, sentence.parse.phrases[cue.addressee], utterance)
        leaders = find_leaders(self.reading, sentence, cue.source)
        for one in [replace(utterance, speaker=leader) for leader in leaders] or [utterance]:
            self.heard.add(one)
        self._share(sentence, partners, utterance)

    def _utterance(
        self, view: View, cue: Found, actor: Actor | None, source: tuple[int, int], via: str | None
    ) -> Utterance:
        sentence, verb = view.sentence, view.parse.verbs[cue.verb]
        shown = (verb.negated and cue.cue.denied) or cue.cue.stance
        stance = cue.thought.stance if cue.thought and shown == Stance.REPORTS else shown
        return Utterance(
            speaker=actor, rule=f"statements.{cue.cue.name}", verb=verb.lemma, stance=stance,
            recorded=cue.cue.recorded
            and not is_of_sides(self.reading, sentence, cue, actor)
            and not is_of_outlet(self.reading, sentence, cue.source), via=via,
            source=self.reading.chars(*with_relative(self.reading, verb, source)),
            cue=self.reading.chars(verb.start, verb.end),
            contents=[self.reading.chars(*span) for span in cue.contents], paragraph=sentence.paragraph,
            said=when_said(view, cue),
        )  # fmt: skip

    def _share(self, sentence: Sentence, partners: Sequence[int], utterance: Utterance) -> None:
        """Credit the words to each of those named together; of two sides, not told apart, to neither."""
        for number in partners:
            actor, source = find_speaker(self.reading, sentence, number)
            same = actor and utterance.speaker and actor.name == utterance.speaker.name  # of two posts
            if speak_as_sides(utterance.speaker, actor):
                utterance.recorded = False
            elif actor and actor.kind in ACTING and not same:
                self.heard.add(replace(utterance, speaker=actor, source=self.reading.chars(*source)))

    def _meant(self, sentence: Sentence, number: int, actor: Actor | None) -> Actor | None:
        """Return whose words "the statement" are that goes on, or who "the president" is who speaks again."""
        phrase = sentence.parse.phrases[number]
        here = self.out[-1] if self.out and self.out[-1].paragraph == sentence.paragraph else None
        spoke = here.speaker if here else self.told
        if actor and actor.kind == "thing" and is_joint_again(self.reading, sentence, phrase):
            return Actor(JOINT, "body")
        if actor and actor.kind == "thing" and is_told_before(self.reading, phrase):
            author = find_author(self.reading, self.out, sentence.paragraph)
            author = author or self.heard.last(sentence.paragraph)[0]
            return author if author and author.kind in ACTING else actor
        if actor is None or spoke is None or not actor.kind == spoke.kind == "person":
            return actor
        again = is_bare_post(self.reading, sentence, phrase)
        return spoke if again and self.cast.fits(spoke, phrase.start, phrase.end) else actor

    # --- according to ---------------------------------------------------------------------------

    def _accord(self, sentence: Sentence) -> None:
        """Find "according to …" and its like."""
        for account in find_accounts(self.reading, sentence):
            actor, source = self._account(sentence, account)
            contents = contents_of(self.reading, sentence, account.start, source[1])
            told = Utterance(
                speaker=actor, rule="statements.according", source=self.reading.chars(*source),
                cue=self.reading.chars(account.start, source[0]),
                contents=[self.reading.chars(*span) for span in contents], paragraph=sentence.paragraph,
            )  # fmt: skip
            if actor and actor.kind == "outlet":
                self.heard.credit(told, sentence)
            elif actor and contents and not is_own_bureau(told, self.out):
                self.heard.add(told)

    def _account(self, sentence: Sentence, account: Account) -> tuple[Actor | None, tuple[int, int]]:
        """Return whose account it is, with the tokens that say so."""
        if account.owner is None:
            actor, source = find_speaker(self.reading, sentence, account.source)
            return self._meant(sentence, account.source, actor), source
        behind = self.reading.tokens.words[account.start - 1] == ","  # the truce was over, in his view
        actor = self.cast.resolve(*account.owner, told=sentence.first if behind else None)
        return actor, (account.owner[0], sentence.parse.phrases[account.source].end)

    # --- quotations that stand alone --------------------------------------------------------------

    def _unclaimed(self, sentence: Sentence) -> None:
        """Credit a quotation that stands alone to whoever spoke last, here or in the paragraph before."""
        announced = (find_announced if sentence.atoms else find_below)(self.reading, sentence)
        if announced:
            self.heard.add(announced)
            return
        if not sentence.atoms or any(kind not in SEPARATORS for kind, *_ in sentence.parse.pieces):
            self.open = None
            return
        quotes = [(quote.start, quote.end) for quote in sentence.atoms.values()]
        if self.open and self.open.paragraph == sentence.paragraph:
            self.open.contents += quotes
            return
        last = self.out[-1] if self.out else None
        if last and sentence.paragraph - last.paragraph <= 1 and follows_on(self.reading, last, quotes[0][0]):
            last.contents += quotes
            return
        speaker, source = self.heard.last(sentence.paragraph)
        said = (
            last.said if last and last.paragraph == sentence.paragraph and last.speaker == speaker else None
        )
        self.heard.add(Utterance(
            speaker, "statements.quotation", quotes, sentence.paragraph, source, said=said,
        ))  # fmt: skip
