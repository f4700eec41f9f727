"""The content that stands after a cue: said that …, told them: "…", called the offer a trap."""

from __future__ import annotations

from dataclasses import dataclass

from talks.codebook.speech import Cue
from talks.statements.between import BRACKETS, before_that, is_followed, next_comma, past_bracket
from talks.statements.objects import WORDY, governs, is_called, last_word, opens_citation, takes_object
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["Following", "find_following"]

NOTHING = -1
CITED = 8  # pieces between who is cited and "that"
GENERAL = frozenset({"clause", "quote"})


@dataclass(slots=True)
class Following:
    """Where the content begins (-1 for nowhere), whom it is said to, and where the attribution ends."""

    start: int = NOTHING
    addressee: int = NOTHING
    end: int = 0
    carried: bool = True  # whether the word has come that a cue needs: made it clear


class _Scan:
    """Walks the pieces after a cue until it finds a content or what can't belong to the attribution."""

    def __init__(self, view: View, number: int, verb: Verb, cue: Cue, piece: int) -> None:
        self.view, self.number, self.verb, self.cue = view, number, verb, cue
        self.piece = piece
        self.found = Following(end=verb.end, carried=not cue.heads)

    def run(self) -> Following:
        while self.piece < len(self.view.pieces):
            start = getattr(self, f"on_{self.view.kind(self.piece)}", self.on_other)()
            if start is not None:
                self.found.start = NOTHING if start >= 0 and self.is_of_others() else start
                return self.found
            self.piece += 1
        return self.found

    def is_of_others(self) -> bool:
        """Tell a clause that belongs to what somebody answers or comments on: responded to reports that …"""
        view, told = self.view, self.found.addressee
        if self.verb.lemma not in view.speech.reacting:
            return False
        if told != NOTHING:
            last = view.parse.phrases[told].end - 1
            if view.reading.tokens.lowers[last] not in view.speech.asked:
                return False
        first = view.after(view.at[self.verb.start])
        clause = view.kind(self.piece) in ("subordinator", "relative")
        passed = view.kind(first) in ("noun", "preposition") and view.kind(first + 1) != "date"
        return clause and first < self.piece and passed

    def on_other(self) -> int | None:
        return NOTHING

    def on_adverb(self) -> int | None:
        self.found.end = self.view.pieces[self.piece][2]
        self.found.carried |= last_word(self.view, self.piece) in self.cue.heads  # put it bluntly
        return None

    on_date = on_adverb

    def on_quotation(self) -> int | None:
        told = self.found.carried and self.cue.takes & GENERAL
        return self.view.pieces[self.piece][1] if told else NOTHING

    def on_mark(self) -> int | None:
        if self.view.word(self.piece) in BRACKETS:
            end = past_bracket(self.view, self.piece)
            self.piece = max(end, self.piece)
            return None if end >= 0 else NOTHING
        last = self.piece + 1 == len(self.view.pieces)
        colon = self.view.word(self.piece) == ":" and not last
        opens = colon and self.found.carried and self.cue.takes & GENERAL
        return self.view.pieces[self.piece][2] if opens else NOTHING

    def on_coordinator(self) -> int | None:
        """Read the rest of when or where it was said: after talks with Quent and Ask that it was ready."""
        joined = before_that(self.view, self.piece + 1) if "clause" in self.cue.takes else NOTHING
        self.piece = max(joined, self.piece)
        return None if joined >= 0 else NOTHING

    def on_particle(self) -> int | None:
        speech = self.view.speech
        whole = self.verb.name in speech.cues or self.verb.name in speech.headed
        return None if whole else NOTHING

    def on_preposition(self) -> int | None:
        view, word = self.view, self.view.word(self.piece)
        taken = self.found.carried and word in self.cue.takes and view.kind(self.piece + 1) != "date"
        phrase, before = view.phrase(self.piece + 1), view.word(self.piece - 1)
        if taken and (phrase < 0 or view.parse.phrases[phrase].prep != before):  # not: spoke ahead of
            return view.pieces[self.piece][1]
        self.piece = self.view.skip_phrase(self.piece, self.cue.takes)
        self.found.end = self.view.pieces[self.piece][2]
        self.found.carried |= view.reading.tokens.lowers[self.found.end - 1] in self.cue.heads  # of the view
        return None

    def on_noun(self) -> int | None:
        phrase = self.view.phrase(self.piece)
        if not self.found.carried:
            return self.headed(phrase)
        if self.found.addressee == NOTHING and "addressee" in self.cue.takes:
            self.address(phrase)
            return None
        if "clause" in self.cue.takes and self.opens_clause(phrase):
            return self.view.pieces[self.piece][1]
        if last_word(self.view, self.piece) in self.view.speech.addressees:
            self.address(phrase)
            return None
        start = self.object_start()
        if start == NOTHING and self.is_told(phrase):
            self.address(phrase)
            return None
        return start

    def on_adjective(self) -> int | None:
        """Read what certain words carry: is confident that …, made it clear that …, let it be known that …"""
        if self.found.carried or last_word(self.view, self.piece) not in self.cue.heads:
            return NOTHING
        self.found.carried, self.found.end = True, self.view.pieces[self.piece][2]
        return None

    def on_participle(self) -> int | None:
        """Pass over what is told of where it was said: said at a meeting held in Tresk on Monday that …"""
        told = self.found.carried and "clause" in self.cue.takes
        passed = before_that(self.view, self.piece + 1) if told else NOTHING
        self.piece = max(passed, self.piece)
        return None if passed >= 0 else self.on_adjective()

    def headed(self, phrase: int) -> int | None:
        """Read what certain nouns carry: expressed hope for a truce, issued a statement: …"""
        last = self.view.parse.phrases[phrase].end - 1
        graded = self.view.is_pronoun(self.piece, "d") and self.view.kind(self.piece + 1) == "adverb"
        if "object" not in self.cue.takes and (graded or self.view.is_pronoun(self.piece, "po")):
            return None  # made it clear, let them know, put it more bluntly
        carries = self.view.reading.tokens.lowers[last] in self.cue.heads
        if "object" in self.cue.takes or not carries:
            return self.view.pieces[self.piece][1] if carries else NOTHING
        self.found.carried, self.found.end = True, self.view.pieces[self.piece][2]
        return None

    def address(self, phrase: int) -> None:
        """Pass over who is told, with those joined to him: told Quent and Ask that …"""
        if (
            self.view.kind(self.piece + 1) == "coordinator"
            and (joined := before_that(self.view, self.piece + 2)) >= 0
        ):
            self.piece = joined
        self.found.addressee, self.found.end = phrase, self.view.pieces[self.piece][2]

    def is_told(self, phrase: int) -> bool:
        """Tell somebody before "that": warned Norland that it was late; not: denied a report that …"""
        found = self.view.parse.phrases[phrase]
        before = "clause" in self.cue.takes and self.view.word(self.piece + 1) == "that"
        return before and self.view.reading.cast.resolve(found.start, found.end) is not None

    def on_subordinator(self) -> int | None:
        view, word = self.view, self.view.word(self.piece)
        if word in self.cue.takes and self.found.carried and governs(self.view, self.piece):
            return view.pieces[self.piece][1]  # was described by Ekre as a trap
        acting = view.kind(self.piece + 1) == "ing"
        if word in view.speech.telling and (acting or view.word(self.piece + 1) == "that"):
            timed = before_that(self.view, self.piece + 1 + acting)
            if timed >= 0:  # had said before that it was ready, said after leaving Castrel that it was
                self.piece = timed
                return None
        if view.is_prepositional(self.piece):
            self.piece = view.skip_phrase(self.piece)
            self.found.end = view.pieces[self.piece][2]
            return None
        if word == "that" and is_called(view, self.cue, self.piece):
            return view.pieces[self.piece + 1][1]  # called that "a very long road", calls that unacceptable
        if "clause" not in self.cue.takes or not self.found.carried:
            return NOTHING
        start = view.pieces[self.piece][1]
        if word == "that":
            last = view.pieces[-1][2]
            told = view.has_verb(start, last) or view.has_utterance(start, last) or last - start > WORDY
            return start if told else NOTHING
        if word in view.speech.conditions and is_followed(self.view, self.piece):
            return start
        asked = self.on_relative()
        return self.skip_clause() if asked == NOTHING else asked

    def skip_clause(self) -> int | None:
        """Pass over when or how it was said, up to a comma with quoted words after it."""
        comma = next_comma(self.view, self.piece)
        self.piece = max(comma, self.piece)
        return None if comma >= 0 else NOTHING

    def on_relative(self) -> int | None:
        start = self.view.pieces[self.piece][1]
        later = self.view.parse.verbs[self.number + 1 :]
        told = "clause" in self.cue.takes and self.found.carried
        if not told or not any(v.marker and v.clause >= start for v in later):
            return NOTHING
        speech = self.view.speech
        questions = speech.questions if "question" in self.cue.takes else frozenset()
        return start if self.view.word(self.piece) in speech.clauses | questions else NOTHING

    def on_comma(self) -> int | None:
        view, after = self.view, self.piece + 1
        if view.kind(after) == "quotation" or view.word(after) == "that":
            return None
        if not self.found.carried or not self.cue.takes & GENERAL:
            return NOTHING
        if view.quoted_after(self.piece):
            return view.pieces[after][1] if after < len(view.pieces) else NOTHING
        opening = view.kind(after) != "adverb"  # told them, though, that it was ready
        if opening and "clause" in self.cue.takes and view.word(after) in view.speech.conditions:
            self.piece += 1
            return view.pieces[after][1] if is_followed(self.view, self.piece) else NOTHING
        if opening and "clause" in self.cue.takes and (placed := before_that(self.view, after)) >= after:
            self.piece = placed  # told them in Tresk, Norland, on Monday that it was ready
            return None
        return self.pass_aside()

    def pass_aside(self) -> int | None:
        """Pass over what stands between commas: told Ask, the head, that …; said, however, that …"""
        comma = next_comma(self.view, self.piece)
        last = self.view.pieces[comma][1] if comma >= 0 else 0
        timed = self.view.word(self.piece + 1) in self.view.speech.telling
        quoted = timed and self.view.kind(comma + 1) == "quotation"  # said, when they met, "…"
        related = self.view.kind(self.piece + 1) == "relative" and self.view.word(comma + 1) == "that"
        passed = (
            quoted or related or opens_citation(self.view, self.piece)
        )  # told them in Castrel, where they met, that …
        if comma < 0 or (not passed and self.view.has_verb(self.view.pieces[self.piece][1], last)):
            return NOTHING
        self.piece = comma
        return None

    def on_infinitive(self) -> int | None:
        asked = self.view.verb_at(self.piece)
        if asked and asked.passive and asked.lemma in self.view.speech.withheld:
            return NOTHING  # asked not to be named
        return self.view.pieces[self.piece][1] if "infinitive" in self.cue.takes else NOTHING

    def on_ing(self) -> int | None:
        """Read a gerund: denied having met; or one that is a subject: said having them there is a help."""
        if not self.found.carried:
            return NOTHING  # is enjoying it
        verb = self.view.verb_at(self.piece)
        if verb and verb.lemma in self.view.speech.reporting:
            return NOTHING  # told them in Castrel, adding that
        if verb and verb.lemma in self.view.speech.citing:
            return self._behind_source()
        if self.found.addressee != NOTHING:
            return None  # told a hearing on Monday that
        later = self.view.parse.verbs[self.number + 2 : self.number + 4]
        is_subject = "clause" in self.cue.takes and any(v.form == "finite" and not v.marker for v in later)
        return self.view.pieces[self.piece][1] if "ing" in self.cue.takes or is_subject else NOTHING

    def _behind_source(self) -> int:
        """Return where what is passed on begins: reported citing Ekre that …; else it stands before."""
        near = range(self.piece, min(self.piece + CITED, len(self.view.pieces)))
        that = (p for p in near if self.view.kind(p) == "subordinator" and self.view.word(p) == "that")
        return next((self.view.pieces[piece][1] for piece in that), NOTHING)

    def on_verb(self) -> int | None:
        """Read a clause whose subject stands before: the truce, which he said was over."""
        read = self.view.verb_at(self.piece)
        if read is not None and read.form == "participle":
            return self.on_participle()
        if not self.found.carried:
            return self.on_adjective()
        near = self.view.before(self.piece) == self.view.at[self.verb.start]
        cleft = self.verb.marker == "what"  # what he said was that it was over
        taken = near and "clause" in self.cue.takes and self.verb.form == "finite" and not cleft
        return self.view.pieces[self.piece][1] if taken else NOTHING

    def opens_clause(self, phrase: int) -> bool:
        found = self.view.parse.phrases[phrase]
        rules = self.view.parse.verbs[found.verb] if found.role == "subject" else None
        if rules is not None and found.verb > self.number and rules.form == "finite":
            return True
        told = self.view.predicate(self.piece + 1, near=True)
        relative = self.verb.marker in self.view.reading.codebook.grammar.words["relative"]
        beyond = relative and self.view.kind(self.view.before(told)) == "comma"
        return told >= 0 and not beyond  # the truce, to which Quent had announced her approval, was over

    def object_start(self) -> int:
        """Return where the content starts when the verb takes a noun phrase."""
        taken = takes_object(self.view, self.verb, self.cue, self.piece)
        return self.view.pieces[self.piece][1] if taken else NOTHING


def find_following(view: View, number: int, verb: Verb, cue: Cue, piece: int = NOTHING) -> Following:
    """Return the content after the verb with this number, or from a piece on, as the cue takes it."""
    return _Scan(view, number, verb, cue, piece if piece >= 0 else view.at[verb.start] + 1).run()
