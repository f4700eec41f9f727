"""Find the cues of a sentence: which verb credits which words to whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from talks.codebook.speech import Cue
from talks.reading import Reading, Sentence
from talks.statements.following import GENERAL, find_following
from talks.statements.preceding import find_around, find_preceding
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["Found", "find_cues"]

BEFORE_INVERTED = frozenset({"comma", "quotation", "mark"})
OPEN_RELATIVES = frozenset({"who", "when", "as"})  # after these a verb of saying has its own content
SKIPPED = frozenset({"adverb", "date"})


@dataclass(slots=True)
class Found:
    """A cue with its source, a phrase number, and the tokens of its content."""

    cue: Cue
    verb: int
    source: int
    start: int  # first token of the clause of attribution
    end: int  # its last token + 1
    right: int = -1  # first token of the content that follows
    left: tuple[int, int] | None = None  # tokens of the content before
    addressee: int = -1
    contents: list[tuple[int, int]] = field(default_factory=list)


def find_cues(reading: Reading, sentence: Sentence) -> tuple[View, list[Found]]:
    """Return the cues of a sentence, in order; their contents are still to be shared out."""
    view = View(reading, sentence)
    found = (_find(view, number, verb) for number, verb in enumerate(sentence.parse.verbs))
    return view, [cue for cue in found if cue]


def _find(view: View, number: int, verb: Verb) -> Found | None:
    known = view.speech.cues
    cues = known.get(f"{verb.lemma} {verb.particle}") if verb.particle else None
    cues = cues or known.get(verb.lemma)
    return _read(view, number, verb, cues) if cues and _can_credit(view, verb) else None


def _can_credit(view: View, verb: Verb) -> bool:
    """Tell a verb that can credit words: active, and no participle inside a noun phrase."""
    if verb.form != "ing":
        return not verb.passive
    before = view.at[verb.start] - 1
    return view.kind(before) in ("comma", "coordinator") or view.word(before) in ("as", "by")


def _read(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    source = _inverted_source(view, number, verb)
    if source >= 0:
        return _read_inverted(view, number, verb, cues, source)
    if verb.form == "infinitive" or verb.subject < 0:
        return None
    return _read_following(view, number, verb, cues) or _read_preceding(view, number, verb, cues)


def _read_following(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    for cue in cues:
        after = find_following(view, number, verb, cue)
        if after.start < 0 or (_needs_fact(cue) and (verb.modal or verb.negated)):
            continue
        explained = view.reading.tokens.lowers[after.start - 1] == ":"
        if explained and verb.form != "ing" and find_preceding(view, verb.clause, cue):
            return None  # "It has two parts, he explained: one on …" goes on after the colon
        return Found(cue, number, verb.subject, verb.clause, after.end, after.start, None, after.addressee)
    return None


def _read_preceding(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    cue = next((cue for cue in cues if cue.takes & GENERAL), None)
    relative = verb.marker in view.reading.codebook.grammar.words["relative"] - OPEN_RELATIVES
    if cue is None or relative or verb.form == "ing":
        return None
    left = find_preceding(view, verb.clause, cue) or find_around(view, verb)
    if left is None:
        return None
    after = find_following(view, number, verb, cue)
    return Found(cue, number, verb.subject, verb.clause, after.end, -1, left, after.addressee)


def _needs_fact(cue: Cue) -> bool:
    """Tell a cue that takes only a thing: what was not, or may be, welcomed is no utterance."""
    return not cue.takes & GENERAL or "object" in cue.takes


def _inverted_source(view: View, number: int, verb: Verb) -> int:
    """Return the phrase after the verb when it is the speaker: "…", said Ekre."""
    piece = view.at[verb.start]
    if piece == 0 or verb.form != "finite" or verb.modal or view.kind(piece - 1) not in BEFORE_INVERTED:
        return -1
    following = piece + 1
    while view.kind(following) in SKIPPED:
        following += 1
    at = view.phrase(following)
    if at < 0:
        return -1
    phrase = view.parse.phrases[at]
    rules = view.parse.verbs[phrase.verb] if phrase.role == "subject" and phrase.verb > number else None
    relatives = view.reading.codebook.grammar.words["relative"] | OPEN_RELATIVES
    return -1 if rules and rules.marker not in relatives else at


def _read_inverted(view: View, number: int, verb: Verb, cues: tuple[Cue, ...], source: int) -> Found | None:
    cue = next((c for c in cues if c.takes & GENERAL and "addressee" not in c.takes), None)
    left = find_preceding(view, verb.start, cue) if cue else None
    if cue is None or left is None:
        return None
    return Found(cue, number, source, verb.start, _end_of_source(view, source), -1, left)


def _end_of_source(view: View, source: int) -> int:
    """Return the end of a name with what is added to it: , the head of the office, who waited."""
    piece = view.at[view.parse.phrases[source].start] + 1
    while piece < len(view.pieces) and view.kind(piece) not in ("quotation", "mark", "coordinator"):
        piece += 1
    return view.pieces[piece - 1][2]
