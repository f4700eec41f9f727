"""Speakers that stand after their verb: "…", said Ekre."""

from __future__ import annotations

from talks.codebook.speech import Cue
from talks.statements.following import GENERAL
from talks.statements.found import Found
from talks.statements.preceding import DASHES, find_fragment, find_preceding
from talks.statements.view import View
from talks.syntax import Phrase, Verb

__all__ = ["OPEN_RELATIVES", "read_inverted"]

NOBODY = -1
NUMBER = "#"  # class of number words and figures
OBJECTS = frozenset(
    {"object", "addressee", "complement", "verdict", "figure", "infinitive"}
)  # behind the verb
ENDING = frozenset({"comma", "mark", ""})
BEFORE = frozenset({"comma", "quotation", "mark"})
OPEN_RELATIVES = frozenset({"who", "when", "as"})  # after these a verb of saying has its own content
SKIPPED = frozenset({"adverb", "date"})


def read_inverted(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    """Return the attribution of a verb whose speaker follows it."""
    source = _find_source(view, number, verb, plain=not any(cue.takes & OBJECTS for cue in cues))
    asked = view.kind(view.at[verb.start] - 1) == "quotation"  # "Why not?" asked Ekre
    said = (c for c in cues if c.takes & GENERAL and not c.heads)
    cue = next((c for c in said if asked or "addressee" not in c.takes), None)
    left = find_preceding(view, verb.start, cue) if cue and source >= 0 else None
    if cue and left is None and "clause" in cue.takes:
        source, left = _behind_figures(view, verb)
    if cue is None or left is None:
        return None
    return Found(
        cue, number, source, verb.start, _end_of_source(view, source, view.breaks_off(verb.start)), -1, left
    )


def _behind_figures(view: View, verb: Verb) -> tuple[int, tuple[int, int] | None]:
    """Return who closes a sentence behind figures, and these: Sixty guards and a few others, says Ekre."""
    at = view.at[verb.start] + 1
    source = view.phrase(at)
    if source < 0 or verb.form != "finite" or verb.modal or view.kind(view.skip_phrase(at) + 1) not in ENDING:
        return NOBODY, None
    phrase = view.parse.phrases[source]
    left = find_fragment(view, verb.start, view.pieces[view.skip_phrase(at)][2])
    counted = left is not None and NUMBER in view.reading.classes[slice(*left)]
    speaker = view.reading.cast.resolve(phrase.start, phrase.end)
    return (source, left) if counted and speaker and not view.has_verb(0, verb.start) else (NOBODY, None)


def _find_source(view: View, number: int, verb: Verb, *, plain: bool) -> int:
    """Return the phrase after the verb when it is the speaker: "…", said Ekre.

    The object of a `plain` verb can be nobody's name.
    """
    piece = view.at[verb.start]
    if piece == 0 or verb.form != "finite" or verb.modal or view.kind(piece - 1) not in BEFORE:
        return -1
    own = view.parse.phrases[verb.subject] if verb.subject >= 0 else None
    closed = view.kind(piece - 1) == "comma" and view.ends_quoted(view.pieces[piece - 1][2])
    named = plain and _names_speaker(view, piece)
    closed = closed or _is_behind_dash(view, piece) or (own is not None and _is_country(view, own, piece))
    if own and own.verb == number and own.start < verb.start and not closed and not named:
        return -1  # Ask, who had waited, told them
    if own and _is_explained(view, own.start):
        return -1  # Ask, who said he had waited, said one of them was late
    following = piece + 1
    while view.kind(following) in SKIPPED:
        following += 1
    at = view.phrase(following)
    if at < 0:
        return -1
    if view.kind(piece - 1) == "quotation":
        return at
    phrase = view.parse.phrases[at]
    rules = view.parse.verbs[phrase.verb] if phrase.role == "subject" and phrase.verb > number else None
    relatives = view.reading.codebook.grammar.words["relative"] | OPEN_RELATIVES
    own_clause = rules and rules.marker not in relatives and not _credits_outlet(view, rules)
    return -1 if own_clause else at


def _credits_outlet(view: View, verb: Verb) -> bool:
    """Tell what closes a sentence: the list was ready, said Ekre, who had waited, writes the Courier."""
    piece = view.at[verb.start]
    told = view.kind(piece - 1) == "comma" and verb.lemma in view.speech.reporting and not verb.modal
    return told and view.phrase(piece + 1) >= 0 and view.kind(view.skip_phrase(piece + 1) + 1) in ENDING


def _is_behind_dash(view: View, piece: int) -> bool:
    """Tell a verb behind the only dash: the truce is over - said Ekre; not one behind an aside."""
    dashes = [n for n in range(piece) if view.kind(n) == "mark" and view.word(n) in DASHES]
    return dashes == [piece - 1]


def _is_country(view: View, own: Phrase, piece: int) -> bool:
    """Tell the country of a town from who speaks behind it: it ended in Castrel, Helvaria, said Ekre."""
    at = view.at[own.start]
    town = view.phrase(at - 2) if view.kind(at - 1) == "comma" and at + 1 == piece - 1 else NOBODY
    told = view.parse.phrases[town] if town >= 0 and view.kind(piece - 1) == "comma" else None
    located = told is not None and told.prep in view.reading.codebook.grammar.words["locative"]
    whole = located and view.main_before(own.start)  # else, after talks in Castrel, Helvaria would host them
    return whole and bool(view.reading.cast.names_in(own.start, own.end))


def _names_speaker(view: View, piece: int) -> bool:
    """Tell who is named behind a comma and a verb, and nothing told after: , said Ekre, who …"""
    number = view.phrase(piece + 1)
    phrase = view.parse.phrases[number] if number >= 0 and view.kind(piece - 1) == "comma" else None
    if phrase is None or view.kind(view.skip_phrase(view.at[phrase.start]) + 1) not in ENDING:
        return False
    main = any(v.start < phrase.start and v.form == "finite" and not v.marker for v in view.parse.verbs[:-1])
    names = view.reading.cast.names_in(phrase.start, phrase.end)
    return main and any(name.kind in ("person", "unknown") for name in names)


def _is_explained(view: View, start: int) -> bool:
    """Tell a subject that a relative clause follows."""
    piece = view.at.get(start, len(view.pieces))
    return view.kind(piece + 1) == "comma" and view.kind(piece + 2) == "relative"


def _end_of_source(view: View, source: int, broken: bool) -> int:
    """Return the end of a name with what is added to it: , the head of the office, who waited."""
    piece = view.at[view.parse.phrases[source].start] + 1
    if broken:
        return view.pieces[piece - 1][2]
    while piece < len(view.pieces) and view.kind(piece) not in ("quotation", "mark", "coordinator"):
        piece += 1
    return view.pieces[piece - 1][2]
