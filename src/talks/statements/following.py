"""The content that stands after a cue: said that …, told them: "…", called the offer a trap."""

from __future__ import annotations

from dataclasses import dataclass

from talks.codebook.speech import Cue
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["Following", "find_following"]

NOTHING = -1
AFTER_OBJECT = 5  # pieces after an object among which its complement begins
GENERAL = frozenset({"clause", "quote"})


@dataclass(slots=True)
class Following:
    """Where the content begins (-1 for nowhere), whom it is said to, and where the attribution ends."""

    start: int = NOTHING
    addressee: int = NOTHING
    end: int = 0


class _Scan:
    """Walks the pieces after a cue until it finds a content or what can't belong to the attribution."""

    def __init__(self, view: View, number: int, verb: Verb, cue: Cue) -> None:
        self.view, self.number, self.verb, self.cue = view, number, verb, cue
        self.piece = view.at[verb.start] + 1
        self.found = Following(end=verb.end)

    def run(self) -> Following:
        while self.piece < len(self.view.pieces):
            start = getattr(self, f"on_{self.view.kind(self.piece)}", self.on_other)()
            if start is not None:
                self.found.start = start
                return self.found
            self.piece += 1
        return self.found

    def on_other(self) -> int | None:
        return NOTHING

    def on_adverb(self) -> int | None:
        self.found.end = self.view.pieces[self.piece][2]
        return None

    on_date = on_adverb

    def on_quotation(self) -> int | None:
        return self.view.pieces[self.piece][1] if self.cue.takes & GENERAL else NOTHING

    def on_mark(self) -> int | None:
        is_colon = self.view.word(self.piece) == ":" and self.cue.takes & GENERAL
        return self.view.pieces[self.piece][2] if is_colon else NOTHING

    def on_particle(self) -> int | None:
        whole = f"{self.verb.lemma} {self.verb.particle}" in self.view.speech.cues
        return None if whole else NOTHING

    def on_preposition(self) -> int | None:
        if self.view.word(self.piece) in self.cue.takes:
            return self.view.pieces[self.piece][1]
        self.piece = self.view.skip_phrase(self.piece)
        self.found.end = self.view.pieces[self.piece][2]
        return None

    def on_noun(self) -> int | None:
        phrase = self.view.phrase(self.piece)
        if "clause" in self.cue.takes and self.opens_clause(phrase):
            return self.view.pieces[self.piece][1]
        if not self.is_addressee(phrase):
            return self.object_start()
        self.found.addressee, self.found.end = phrase, self.view.pieces[self.piece][2]
        return None

    def on_subordinator(self) -> int | None:
        if self.is_prepositional():
            self.piece = self.view.skip_phrase(self.piece)
            self.found.end = self.view.pieces[self.piece][2]
            return None
        return self.on_relative()

    def on_relative(self) -> int | None:
        start = self.view.pieces[self.piece][1]
        later = self.view.parse.verbs[self.number + 1 :]
        if "clause" not in self.cue.takes or not any(v.marker and v.clause >= start for v in later):
            return NOTHING
        speech = self.view.speech
        questions = speech.questions if "question" in self.cue.takes else frozenset()
        return start if self.view.word(self.piece) in speech.clauses | questions else NOTHING

    def on_comma(self) -> int | None:
        after = self.piece + 1
        return None if self.view.kind(after) == "quotation" or self.view.word(after) == "that" else NOTHING

    def on_infinitive(self) -> int | None:
        return self.view.pieces[self.piece][1] if "infinitive" in self.cue.takes else NOTHING

    def on_ing(self) -> int | None:
        """Read a gerund: denied having met; or one that is a subject: said having them there is a help."""
        later = self.view.parse.verbs[self.number + 2 : self.number + 4]
        is_subject = "clause" in self.cue.takes and any(v.form == "finite" and not v.marker for v in later)
        return self.view.pieces[self.piece][1] if "ing" in self.cue.takes or is_subject else NOTHING

    def opens_clause(self, phrase: int) -> bool:
        found = self.view.parse.phrases[phrase]
        rules = self.view.parse.verbs[found.verb] if found.role == "subject" else None
        return rules is not None and found.verb > self.number and rules.form == "finite"

    def is_addressee(self, phrase: int) -> bool:
        if self.found.addressee == NOTHING and "addressee" in self.cue.takes:
            return True
        last = self.view.parse.phrases[phrase].end - 1
        return self.view.reading.tokens.lowers[last] in self.view.speech.addressees

    def is_prepositional(self) -> bool:
        """Tell "after the talks" from "after the talks ended"."""
        phrase = self.view.phrase(self.piece + 1)
        return phrase >= 0 and self.view.parse.phrases[phrase].role == "prep"

    def object_start(self) -> int:
        """Return where the content starts when the verb takes a noun phrase."""
        takes, view, piece = self.cue.takes, self.view, self.piece
        after = range(piece + 1, min(piece + 1 + AFTER_OBJECT, len(view.pieces)))
        taken = (
            "object" in takes
            or takes & view.speech.prepositions & {view.word(at) for at in after}
            or ("infinitive" in takes and any(view.kind(at) == "infinitive" for at in after))
            or ("complement" in takes and self.has_complement())
        )
        return view.pieces[piece][1] if taken else NOTHING

    def has_complement(self) -> bool:
        """Tell "called the debate premature" from "called the president"."""
        following = self.piece + 1
        while self.view.kind(following) == "preposition":
            following = self.view.skip_phrase(following) + 1
        told = self.view.kind(following) in ("adjective", "noun", "participle", "quotation")
        return told or self.view.quoted_after(self.piece) or self.ends_in_adjective()

    def ends_in_adjective(self) -> bool:
        """Tell "called the meeting magnificent", where the adjective is read into the noun phrase."""
        last = self.view.pieces[self.piece][2] - 1
        return self.view.reading.tokens.lowers[last] in self.view.speech.verdicts


def find_following(view: View, number: int, verb: Verb, cue: Cue) -> Following:
    """Return the content after the verb with this number, as the cue takes it."""
    return _Scan(view, number, verb, cue).run()
