"""Who is told of as an article goes on: whom the next "he" means."""

from __future__ import annotations

from talks.names import Actor
from talks.reading import Reading, Sentence
from talks.statements.speakers import find_speaker
from talks.statements.utterance import ACTING

__all__ = ["Stage"]


class Stage:
    """The actors as they come on; `subjects` holds who was told of last in a paragraph, with the words."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.cast = reading, reading.cast
        self.subjects: dict[int, tuple[Actor, tuple[int, int]]] = {}
        self.meant: dict[tuple[int, int, int], tuple[Actor | None, tuple[int, int]]] = {}  # see _whom

    def note(self, sentence: Sentence, phrase: int) -> None:
        """Bring on whom a phrase means."""
        actor, span = self._whom(sentence, phrase)
        if actor and actor.kind in ACTING:
            self.cast.note(actor, span[0])
            self.subjects[sentence.paragraph] = (actor, self.reading.chars(*span))

    def note_names(self, sentence: Sentence) -> None:
        """Bring on the subjects that names tell: of a sentence inside a quotation, no other."""
        phrases = sentence.parse.phrases
        for verb in sentence.parse.verbs:
            subject = phrases[verb.subject] if verb.subject >= 0 else None
            if subject and self.cast.names_in(subject.start, subject.end):
                self.note(sentence, verb.subject)

    def note_unnamed(self, sentence: Sentence) -> None:
        """Bring on whom others cite or meet without a name: quoting an unnamed official."""
        lowers, words = self.reading.tokens.lowers, self.cast.naming.words
        for phrase in sentence.parse.phrases:
            first, last = lowers[phrase.start], lowers[phrase.end - 1]
            if phrase.role != "subject" and last in words["anonymous"] and first in words["indefinite"]:
                actor, span = self._whom(sentence, phrase.number)
                if actor and actor.kind == "unnamed":
                    self.cast.note(actor, span[0])

    def return_to(self, speaker: Actor | None, sentence: Sentence) -> None:
        """Bring a speaker back to mind after those of whom he spoke: the next "he" is the speaker."""
        if speaker and speaker.kind in ACTING:
            self.cast.note(speaker, sentence.last - 1)

    def return_to_main(self, sentence: Sentence) -> None:
        """Bring the last main clause's subject back to mind, after those told of in clauses of its own."""
        main = [
            verb.subject
            for verb in sentence.parse.verbs
            if verb.form == "finite" and not verb.marker and verb.subject >= 0
        ]
        if main and not sentence.atoms:
            self.return_to(self._whom(sentence, main[-1])[0], sentence)

    def _whom(self, sentence: Sentence, phrase: int) -> tuple[Actor | None, tuple[int, int]]:
        """Return whom a phrase means as it is first heard, with the words: it can have several verbs."""
        key = sentence.start, sentence.end, phrase
        if key not in self.meant:
            self.meant[key] = find_speaker(self.reading, sentence, phrase)
        return self.meant[key]
