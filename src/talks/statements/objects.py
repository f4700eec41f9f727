"""What an object must have beside it to be told of: called the offer a trap, put the number at 212."""

from __future__ import annotations

from talks.codebook.speech import Cue
from talks.statements.according import opens_account
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["WORDY", "governs", "is_called", "last_word", "opens_citation", "takes_object"]

WORDY = 4  # tokens from which the rest of a sentence is taken for a clause whose verb was not known
AFTER_OBJECT = 5  # pieces after an object among which its complement begins
FAR_AFTER = 16  # the same where a relative clause follows the object
NOUNS, MARK = "nN", '"'  # classes of nouns and of quotation marks
NUMBER = "#"  # class of number words and figures
JUDGED = frozenset({"adjective", "participle", "quotation"})  # pieces that tell what something is called
CALLING = frozenset({"complement", "verdict"})  # ways of verbs with which something is called so
VERDICTS = frozenset({"adjective", "participle", "ing"})


def takes_object(view: View, verb: Verb, cue: Cue, piece: int) -> bool:
    """Tell whether the noun phrase at a piece after a verb is what its cue takes, or begins it."""
    takes = cue.takes
    if last_word(view, piece) in cue.never:
        return False
    after = range(piece + 1, min(piece + 1 + AFTER_OBJECT, len(view.pieces)))
    prepositions = {view.word(at) for at in after if governs(view, at)}
    return bool(
        "object" in takes
        or ("rest" in takes and _is_wordy(view, verb, piece))
        or takes & view.speech.prepositions & prepositions
        or ("figure" in takes and any(_is_figure(view, at) for at in after))
        or ("verdict" in takes and _has_verdict(view, piece))
        or ("infinitive" in takes and _has_infinitive(view, piece))
        or ("complement" in takes and (_has_complement(view, piece) or _is_cleft(view, verb, piece)))
    )


def governs(view: View, piece: int) -> bool:
    """Tell a preposition from a word that opens a clause: saw it as a trap, saw it as he left."""
    if view.kind(piece) != "subordinator" or view.is_prepositional(piece):
        return True
    judged = view.kind(piece + 1) in JUDGED or (
        view.kind(piece + 1) == "verb" and not view.is_finite(piece + 1)
    )
    return view.word(piece) == "as" and judged


def _is_wordy(view: View, verb: Verb, piece: int) -> bool:
    """Tell the rest of a sentence from who speaks after a headline's comma: Truce near, says Ekre."""
    follows = view.kind(view.at[verb.start] - 1) == "comma"
    points = view.word(piece) in view.speech.pointing and not view.is_pronoun(piece)  # said this on Monday
    told = (
        view.word(piece).isdigit() or view.pieces[-1][2] - view.pieces[piece][1] > WORDY
    )  # Norland says 309
    return told and not (follows or points)


def is_called(view: View, cue: Cue, piece: int) -> bool:
    """Tell "that" as a thing called something from one that opens a clause: calls that unacceptable."""
    if not cue.takes & CALLING:
        return False
    after = view.after(piece)
    judged = view.kind(after) in VERDICTS and last_word(view, after) in view.speech.verdicts
    named = view.quoted_after(piece) and "complement" in cue.takes
    return named or (judged and view.predicate(after) < 0)


def opens_citation(view: View, comma: int) -> bool:
    """Tell who is cited between commas: reported, citing Ekre, that …; said, according to Ekre, that …"""
    opening = view.pieces[comma][2]
    after = (v for v in view.parse.verbs if v.start == opening and v.form == "ing")
    return opens_account(view.reading, opening) or any(v.lemma in view.speech.citing for v in after)


def _is_figure(view: View, piece: int) -> bool:
    """Tell "at" before a figure: put the number at 212, at more than a thousand."""
    phrase = view.phrase(piece + 1) if view.word(piece) == "at" else -1
    found = view.parse.phrases[phrase] if phrase >= 0 else None
    return found is not None and NUMBER in view.reading.classes[found.start : found.end]


def _has_complement(view: View, piece: int) -> bool:
    """Tell "called the debate premature" from "called the president"."""
    following = piece + 1
    while view.kind(following) == "preposition":
        following = view.skip_phrase(following) + 1
    if view.kind(following) == "infinitive":  # called the demand to be given the list premature
        following = _behind_infinitive(view, following)
    told = view.kind(following) in ("adjective", "noun", "participle", "quotation")
    return told or _has_verdict(view, piece)


def _behind_infinitive(view: View, piece: int) -> int:
    """Return the first adjective behind an infinitive, among the pieces that can belong to it."""
    piece += 1
    while view.kind(piece) in ("noun", "adverb", "preposition", "date"):
        piece += 1
    return piece


def _has_infinitive(view: View, piece: int) -> bool:
    """Tell "wants the guns to rest", be there a relative clause between commas before the infinitive."""
    relative = view.kind(piece + 1) == "comma" and "relative" in (view.kind(piece + 2), view.kind(piece + 3))
    far = FAR_AFTER if relative else AFTER_OBJECT
    return any(view.kind(at) == "infinitive" for at in range(piece + 1, piece + 1 + far))


def _has_verdict(view: View, piece: int) -> bool:
    """Tell "found the meeting useful" from "found the house empty"."""
    if (
        view.quoted_after(piece)
        or _opens_quoted(view, piece)
        or last_word(view, piece) in view.speech.verdicts
    ):
        return True  # called the meeting magnificent, where the adjective is read into the noun phrase
    return view.kind(piece + 1) in VERDICTS and last_word(view, piece + 1) in view.speech.verdicts


def _opens_quoted(view: View, piece: int) -> bool:
    """Tell a noun phrase into which quoted words were read: called the meeting "shuttle diplomacy"."""
    first, last = view.pieces[piece][1:] if 0 <= piece < len(view.pieces) else (0, 0)
    nouns = (at for at in range(first + 1, last) if view.reading.classes[at - 1] in NOUNS)
    return any(view.reading.classes[at] == MARK for at in nouns)


def last_word(view: View, piece: int) -> str:
    """Return the last word of a piece."""
    return view.reading.tokens.lowers[view.pieces[piece][2] - 1]


def _is_cleft(view: View, verb: Verb, piece: int) -> bool:
    """Tell words quoted behind "what Ekre called"."""
    subject = view.parse.phrases[verb.subject].start if verb.subject >= 0 else verb.start
    return view.reading.tokens.lowers[subject] in view.speech.cleft and view.quoted_after(piece - 1)
