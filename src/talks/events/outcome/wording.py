"""The words in which a sentence says outright what has become of a happening."""

from __future__ import annotations

from collections.abc import Iterator

from talks.events.lines import item_of
from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.models import Status
from talks.patterns import Line, Match, Pattern
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["Wording"]


class Wording:
    """The status patterns and labels of one sentence."""

    def __init__(self, reading: Reading, sentence: Sentence, line: Line) -> None:
        self.sentence, self.line = sentence, line
        self.tables = reading.codebook.statuses
        self.lowers, self.classes = reading.tokens.lowers, reading.classes
        self.vocabulary = reading.codebook.grammar.words
        self.found: dict[int, tuple[Status, Pattern, Match] | None] = {}  # by the happening's item
        anchored = self.tables.anchored
        fitting = {number for key in anchored.keys() & line.keys for number in anchored[key]}
        rows = (self.tables.patterns[number] for number in sorted(fitting))
        self.fitting = [row for row in rows if row[1].fits(line)]

    def by_pattern(self, hit: Hit) -> tuple[Status, Pattern, Match] | None:
        """Return the first pattern found around a happening, with its status."""
        found = (
            told
            for head in self._heads(hit)
            if (told := self._around(head)) and not self._is_inside(hit, told[2])
        )
        return next(found, None) if self.fitting else None

    def _is_inside(self, hit: Hit, match: Match) -> bool:
        """Tell words between a verb and what it is done to: were freed in exchange for ten prisoners."""
        items = self.line.items
        first, last = items[match.start].start, items[match.end - 1].end
        other = any(first < verb.end and verb.start < last for verb in self.sentence.parse.verbs)
        return hit.trigger.role == "verb" and hit.first < first < hit.last and not other

    def _around(self, head: int) -> tuple[Status, Pattern, Match] | None:
        if head not in self.found:
            marked = self.line.marked(head)
            matches = ((s, p, m) for s, p in self.fitting for m in p.find(self.line, marked))
            self.found[head] = next((told for told in matches if not self._crosses(head, told[2])), None)
        return self.found[head]

    def _crosses(self, head: int, match: Match) -> bool:
        """Tell a match that reaches over into another clause: they agreed on a swap but talks stalled."""
        items = self.line.items
        event, first, last = items[head].start, items[match.start].start, items[match.end - 1].end
        for phrase in self.sentence.parse.phrases:
            between = phrase.role == "subject" and first < phrase.start < last
            if between and event < phrase.start and self._awaits(phrase):
                return True  # to begin talks once the measures were in place
            if between and phrase.after == "coordinator" and event < phrase.end:
                return True
        return self._is_told_of_whole(event, last)

    def _is_told_of_whole(self, event: int, last: int) -> bool:
        """Tell what is said of talks, not of their matter: talks on a truce are planned."""
        phrase = self.sentence.parse.phrase_at(event)
        if phrase is None or phrase.left < 0 or phrase.prep not in self.vocabulary["matter"]:
            return False
        whole = self.sentence.parse.phrases[phrase.left]
        if self.lowers[whole.end - 1] not in self.vocabulary["deliberations"]:
            return False
        verbs = self.sentence.parse.verbs
        return any(v.subject == phrase.left and phrase.end <= v.start < last for v in verbs)

    def _awaits(self, phrase: Phrase) -> bool:
        """Tell the subject of what must come first: once, until it is in place."""
        own = (verb for verb in self.sentence.parse.verbs if verb.subject == phrase.number)
        return any(verb.marker in self.vocabulary["awaiting"] for verb in own)

    def _heads(self, hit: Hit) -> Iterator[int]:
        """Yield the item of a happening, and of the noun it hangs on: agreed to an exchange of bodies."""
        yield hit.match.head
        phrase = noun_of(self.sentence, hit)
        if phrase and phrase.left >= 0 and phrase.prep == "of":
            left = self.sentence.parse.phrases[phrase.left].end - 1
            if self.lowers[left] not in self.vocabulary["informing"]:  # there will be no details of the talks
                yield item_of(self.line, left)

    def by_label(self, hit: Hit) -> Status | None:
        """Return what "Agreed: …" and its like at the sentence's start say."""
        first, stop = self.sentence.first, min(self.sentence.first + 4, hit.first)
        if ":" not in self.lowers[first:stop]:
            return None
        return next((self.tables.label[w] for w in self.lowers[first:stop] if w in self.tables.label), None)

    def later_noun(self, hit: Hit, phrase: Phrase) -> str | None:
        """Return the noun that it stands before: a truce proposal is proposed, truce talks are no truce."""
        last = max(hit.head, hit.last - 1) if hit.last <= phrase.end else hit.head
        if last + 1 < phrase.end and self.classes[last + 1] == "#":
            return None  # broke the truce three times
        rest = [at for at in range(last + 1, phrase.end) if self.classes[at] in "nuz"]
        return self.lowers[rest[-1]] if rest else None
