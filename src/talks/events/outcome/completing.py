"""What a sentence says has been done to its end, whatever else it says of it."""

from __future__ import annotations

from talks.events.phrases import is_done
from talks.events.verdicts import PLAIN, Verdict
from talks.events.when.relatives import is_subject_of_relative
from talks.models import Status
from talks.reading import Sentence
from talks.syntax import Phrase, Verb

__all__ = ["Completion"]


class Completion:
    """The verbs of one sentence that complete something."""

    def __init__(self, sentence: Sentence, completing: frozenset[str]) -> None:
        self.sentence = sentence
        told = ((at, verb) for at, verb in enumerate(sentence.parse.verbs) if is_done(verb))
        self.verbs = [(at, verb) for at, verb in told if not completing.isdisjoint((verb.lemma, verb.name))]

    def of(self, phrase: Phrase) -> Verdict | None:
        """Tell "completed the swap that was agreed", "agreed on a swap, which was carried out", was done."""
        for at, verb in self.verbs:
            taken = phrase.number in verb.objects or self._stands_next(phrase, verb)
            done = phrase.number == verb.subject and not verb.progressive
            done = done or is_subject_of_relative(self.sentence, phrase, verb)
            if done if verb.passive else taken:
                return Verdict(Status.HELD, PLAIN, at, "status.completed")
        return None

    def _stands_next(self, phrase: Phrase, verb: Verb) -> bool:
        """Tell the words after a verb; "the return of the dead" by its last noun, too."""
        left = self.sentence.parse.phrases[phrase.left] if phrase.left >= 0 else None
        return verb.end in (phrase.start, left.start if left and phrase.prep == "of" else -1)
