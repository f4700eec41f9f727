"""What has been said so far in an article, and by whom."""

from __future__ import annotations

from dataclasses import replace

from talks.names import Actor
from talks.reading import Reading, Sentence
from talks.statements.stage import Stage
from talks.statements.utterance import Utterance, close

__all__ = ["Heard"]


class Heard:
    """The utterances found so far, with who spoke last in each paragraph."""

    def __init__(self, reading: Reading, stage: Stage) -> None:
        self.reading, self.stage = reading, stage
        self.out: list[Utterance] = []
        self.aside: list[Utterance] = []  # in quoted words, and those of who passes words on
        self.speakers: dict[int, Actor] = {}  # paragraph → who spoke last in it

    def credit(self, told: Utterance, sentence: Sentence) -> None:
        """Credit an agency with the utterances of its sentence, or of the one before, that it passes on."""
        if told.contents:
            self.aside.append(replace(told, recorded=False))
        passed = (u for u in reversed(self.out) if u.paragraph == sentence.paragraph and u.via is None)
        if told.speaker and (utterance := next(passed, None)):
            utterance.via = told.speaker.name

    def add(self, utterance: Utterance) -> None:
        """Add an utterance, and remember who has spoken."""
        utterance.contents = [close(self.reading, *span) for span in utterance.contents]
        self.out.append(utterance)
        if utterance.speaker:
            start = (utterance.source or utterance.contents[0])[0]
            self.reading.cast.note(utterance.speaker, self.reading.tokens.at(start))
            self.speakers[utterance.paragraph] = utterance.speaker

    def last(self, paragraph: int) -> tuple[Actor | None, tuple[int, int] | None]:
        """Return who spoke, or was told of, last."""
        for number in (paragraph, paragraph - 1):
            if number in self.speakers:
                speaker = self.speakers[number]
                said = (u for u in reversed(self.out) if u.paragraph == number and u.speaker == speaker)
                return speaker, next((u.source for u in said), None)
            if number in self.stage.subjects:
                return self.stage.subjects[number]
        return None, None
