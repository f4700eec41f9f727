"""Find the cues of a sentence: which verb credits which words to whom."""

from __future__ import annotations

from itertools import pairwise

from talks.codebook.speech import Cue
from talks.models import Stance
from talks.reading import Reading, Sentence
from talks.statements.agents import find_quoting, read_as, read_passive, source_of
from talks.statements.following import GENERAL, find_following
from talks.statements.found import Found
from talks.statements.inversion import OPEN_RELATIVES, read_inverted
from talks.statements.preceding import find_around, find_fragment, find_preceding
from talks.statements.view import View
from talks.statements.voicing import voice
from talks.syntax import Verb

__all__ = ["find_cues"]

BASE = "V"  # class of verbs without an ending
BE = "b"  # class of the forms of be
CONTRARY = frozenset({Stance.DENIES, Stance.OPPOSES})


def find_cues(reading: Reading, sentence: Sentence) -> tuple[View, list[Found]]:
    """Return the cues of a sentence, in order; their contents are still to be shared out."""
    view = View(reading, sentence)
    found = (_find(view, number, verb) for number, verb in enumerate(sentence.parse.verbs))
    cues = [cue for cue in found if cue]
    for first, second in pairwise(cues):
        if _goes_on_speaking(view, first, second):
            second.source = first.source
        elif (interrupted := _interrupted(view, first, second)) >= 0:
            second.source, first.resumes_at = interrupted, second.verb
    return view, cues


def _goes_on_speaking(view: View, first: Found, second: Found) -> bool:
    """Tell a second verb behind an attribution: talks are frozen, Ekre said, and accused Sudria of delay."""
    before = view.before(view.at.get(second.start, 0))
    told = view.parse.phrases[second.source].start
    joined = view.kind(before) == "coordinator" and view.pieces[before][1] >= first.end
    return joined and first.left is not None and first.left[0] <= told < first.left[1]


def _interrupted(view: View, first: Found, second: Found) -> int:
    """Return who speaks before an attribution between commas, -1 for nobody: Quent, Ekre said, told them."""
    comma = view.at.get(first.end, len(view.pieces))
    verb = view.parse.verbs[second.verb]
    behind = view.kind(comma) == "comma" and view.at[verb.start] == comma + 1 and verb.form == "finite"
    if first.left is None or not behind or view.has_verb(*first.left) or view.has_utterance(*first.left):
        return -1
    before = (p for p in view.parse.phrases if first.left[0] <= p.start < first.left[1] and p.role != "prep")
    return next((phrase.number for phrase in before), -1)


def _find(view: View, number: int, verb: Verb) -> Found | None:
    known, headed = view.speech.cues, view.speech.headed
    cues = (headed.get(verb.name) or headed.get(verb.lemma, ())) + (
        known.get(verb.name) or known.get(verb.lemma, ())
    )
    if not any("quote" in cue.takes for cue in cues):
        cues += voice(view, verb)
    if not cues or verb.modal in view.speech.untold or _is_wished(view, verb):
        return None
    if view.in_quotes(verb.start) and not view.opens_quotation(verb.start):
        return None
    if _is_so_called(view, verb):
        return None
    free = tuple(cue for cue in cues if not cue.subjects)
    as_told = read_as(view, number, verb, free) if "as" in view.words else None
    if as_told:
        return as_told
    told = (verb.passive and not _is_cleft(view, verb)) or (verb.form == "finite" and verb.subject < 0)
    told = told or (verb.form == "finite" and view.kind(view.at[verb.start] - 1) == "comma")
    asked = read_passive(view, number, verb, free) if told and "by" in view.words else None
    return asked if asked or (told and verb.passive) else _read(view, number, verb, cues)


def _is_wished(view: View, verb: Verb) -> bool:
    """Tell what somebody is only asked to say: demanded that Norland declare its intentions."""
    governor = view.parse.verbs[verb.governor] if verb.marker == "that" and verb.governor >= 0 else None
    if governor is None or verb.modal or view.reading.classes[verb.start] != BASE:
        return False
    cues = view.speech.cues.get(governor.lemma, ())
    return any(cue.stance is Stance.DEMANDS and "clause" in cue.takes for cue in cues)


def _is_so_called(view: View, verb: Verb) -> bool:
    """Tell what a thing is only called by somebody: struck what it said was a depot; not: … was "a lie"."""
    subject = view.parse.phrases[verb.subject] if verb.subject >= 0 else None
    lowers = view.reading.tokens.lowers
    if subject is None or not subject.start or lowers[subject.start - 1] not in view.speech.cleft:
        return False
    called = view.reading.classes[verb.end : verb.end + 1] == BE and view.at[subject.start] > 1
    return called and not view.has_utterance(verb.end, view.pieces[-1][2])


def _is_cleft(view: View, verb: Verb) -> bool:
    """Tell "what Ekre called progress" from a noun phrase with a participle: the talks called off."""
    if verb.form != "participle" or verb.subject < 0:
        return False
    phrase = view.parse.phrases[verb.subject]
    named = bool(view.reading.cast.names_in(phrase.start + 1, phrase.end))
    return named and view.reading.tokens.lowers[phrase.start] in view.speech.cleft


def _read(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    inverted = read_inverted(view, number, verb, tuple(cue for cue in cues if not cue.subjects))
    if inverted:
        return inverted
    source = source_of(view, verb)
    if source < 0:
        return None
    fitting = [cue for cue in cues if _can_say(view, cue, source)]
    said = [cue for cue in fitting if cue.recorded]
    acted = [cue for cue in fitting if not cue.recorded]
    told = [cue for cue in said if not cue.subjects]
    return (
        _read_following(view, number, source, said)
        or _read_denied(view, number, source, said)
        or _read_preceding(view, number, source, told)
        or _read_quoted(view, number, source, told)
        or _read_following(view, number, source, acted)
        or _read_preceding(view, number, source, acted)
    )


def _read_following(view: View, number: int, source: int, cues: list[Cue]) -> Found | None:
    verb = view.parse.verbs[number]
    for cue in cues:
        after = find_following(view, number, verb, cue)
        if after.start < 0 or (verb.form == "ing" and not _tells(view, cue, after.start)):
            continue
        if verb.negated and view.reading.tokens.lowers[after.start] in view.speech.open:
            return None  # would not say whether the list was ready
        if verb.negated and _unsays(cue):
            continue  # has never threatened to leave
        if _needs_fact(cue) and not _is_fact(view, verb, cue):
            continue
        if (_is_when(view, cue, after.start) or "rest" in cue.takes) and find_preceding(
            view, verb.clause, cue
        ):
            return (
                None  # The list was ready, he told them when the meeting was over; two days after the talks
            )
        if _answers(view, verb, after.start):
            continue  # “Wait,” he told a guest who had come late
        if verb.form != "ing" and _resumes(view, after.start) and find_preceding(view, verb.clause, cue):
            return None  # "It has two parts, he explained: one on …" goes on after the colon
        return Found(cue, number, source, verb.clause, after.end, after.start, None, after.addressee)
    return None


def _can_say(view: View, cue: Cue, source: int) -> bool:
    """Tell a subject of which a cue can be said: his position is that; not: it is clear that."""
    phrase, lowers = view.parse.phrases[source], view.reading.tokens.lowers
    if cue.subjects:  # only what follows is told
        return lowers[phrase.end - 1] in cue.subjects
    return (
        not cue.heads or phrase.end - phrase.start > 1 or lowers[phrase.start] not in view.speech.impersonal
    )


def _unsays(cue: Cue) -> bool:
    """Tell a cue that, denied, tells of nothing said; who does not think so, or denies nothing, says so."""
    return not (cue.thought or cue.denied or cue.stance in CONTRARY)


def _read_denied(view: View, number: int, source: int, cues: list[Cue]) -> Found | None:
    """Return the attribution of a claim that stands before who denies it: a charge (that) Norland denied."""
    verb = view.parse.verbs[number]
    cue = next((c for c in cues if "object" in c.takes and c.stance in CONTRARY), None)
    claim = _claim(view, source) if cue and verb.form == "finite" else None
    if cue is None or claim is None:
        return None
    end = view.pieces[-1][2]  # nothing behind it goes on with the claim
    return Found(cue, number, source, verb.clause, end, -1, claim)


def _claim(view: View, source: int) -> tuple[int, int] | None:
    """Return the tokens of what others said, if they stand right before who speaks of it."""
    phrase, lowers = view.parse.phrases[source], view.reading.tokens.lowers
    names = view.reading.cast.names_in(phrase.start, phrase.end)
    if names and phrase.start < names[0].start and lowers[names[0].start - 1] in view.speech.claimed:
        return phrase.start, names[0].start  # a charge Norland denied
    piece = view.at.get(phrase.start, 0) - 1
    while view.kind(piece) in ("relative", "subordinator", "comma"):
        piece -= 1
    number = view.phrase(piece)
    if number < 0 or view.parse.phrases[number].role == "subject":
        return None
    first, last = view.pieces[piece][1:]
    return (first, last) if lowers[last - 1] in view.speech.claimed else None


def _is_when(view: View, cue: Cue, start: int) -> bool:
    """Tell a clause that is a question only if nothing else is told."""
    return "question" in cue.takes and view.reading.tokens.lowers[start] in view.speech.telling


def _answers(view: View, verb: Verb, start: int) -> bool:
    """Tell what follows an attribution that has its words before it, in quotation marks."""
    opening = view.at.get(verb.clause, 0)
    quoted = verb.form == "finite" and view.kind(opening - 1) == "quotation"
    told = view.kind(view.at.get(start, -1)) == "subordinator"  # “Wait,” he said, adding that …; said that
    return quoted and not told and not _resumes(view, start)


def _resumes(view: View, start: int) -> bool:
    """Tell a content that stands after a colon, or is quoted: it may go on from one before the cue."""
    piece = view.at.get(start, len(view.pieces))
    quoted = view.kind(piece) == "quotation" or view.quoted_after(piece - 1)
    return view.reading.tokens.lowers[start - 1] == ":" or quoted


def _read_preceding(view: View, number: int, source: int, cues: list[Cue]) -> Found | None:
    verb = view.parse.verbs[number]
    cue = next((cue for cue in cues if cue.takes & GENERAL and _is_whole(view, number, cue)), None)
    words = view.reading.codebook.grammar.words
    aside = (words["relative"] | words["reason"]) - OPEN_RELATIVES
    if cue is None or (verb.marker in aside and not _is_behind_comma(view, source)) or verb.form == "ing":
        return None
    if verb.negated and _unsays(cue):
        return None  # the list was ready, while Ekre did not confirm it
    after = find_following(view, number, verb, cue)
    start = _opening(view, verb, source)
    left = find_preceding(view, start, cue)
    if left is None and "clause" in cue.takes:
        left = find_around(view, verb, after.end)
    if left is None and "clause" in cue.takes and not cue.heads:
        left = find_fragment(view, start, after.end)
    if left is None:
        return None
    return Found(cue, number, source, start, after.end, -1, left, after.addressee)


def _read_quoted(view: View, number: int, source: int, cues: list[Cue]) -> Found | None:
    """Return the attribution of words that somebody quotes: "…", the agency quoted Ekre as saying."""
    verb = view.parse.verbs[number]
    passing = find_quoting(view, verb)
    cue = next((cue for cue in cues if cue.takes & GENERAL and not cue.heads), None)
    if cue is None or passing is None or passing.subject < 0:
        return None
    start = _opening(view, passing, passing.subject)
    left = find_preceding(view, start, cue)
    return Found(cue, number, source, start, verb.end, -1, left) if left else None


def _is_whole(view: View, number: int, cue: Cue) -> bool:
    """Tell whether the word stands there that a cue needs: …, he made clear."""
    return not cue.heads or find_following(view, number, view.parse.verbs[number], cue).carried


def _is_behind_comma(view: View, source: int) -> bool:
    """Tell who speaks from the subject of a relative clause: a place that works for all, Ekre said."""
    return view.kind(view.at.get(view.parse.phrases[source].start, 0) - 1) == "comma"


def _opening(view: View, verb: Verb, source: int) -> int:
    """Return the first token of an attribution: of its speaker, with a post before the name."""
    phrase = view.parse.phrases[source]
    start = min(verb.clause, phrase.start) if phrase.end <= verb.start else verb.clause
    if verb.marker and _is_behind_comma(view, source):
        start = phrase.start
    piece = view.at.get(start, 0)
    first = piece - 1
    while view.kind(piece - 1) == "comma" and view.kind(first - 1) in ("noun", "preposition"):
        first -= 1
    post = view.phrase(first)
    if first == piece - 1 or view.kind(first - 1) != "comma" or post < 0:
        return start
    told = view.parse.phrases[post]
    return told.start if view.reading.cast.is_post(told.start, told.end) else start


def _tells(view: View, cue: Cue, start: int) -> bool:
    """Tell a gerund that gives words from one that only names a thing: left, criticising, confirming the map.

    Who denies a thing says that it is not so.
    """
    piece = view.at.get(start, -1)
    quoted = view.kind(piece) == "quotation" or view.ends_quoted(start + 1)
    bare = view.phrase(piece) >= 0 and view.predicate(piece + 1, near=True) < 0
    clause = "clause" in cue.takes and not (bare and cue.stance is not Stance.DENIES)
    return quoted or clause or "object" not in cue.takes or bool(cue.heads)


def _is_fact(view: View, verb: Verb, cue: Cue) -> bool:
    """Tell what is told as done: welcomed; not what was not, may be, or will be if something happens."""
    if cue.denied and verb.negated:
        return True
    return not (verb.modal or verb.negated or verb.marker in view.speech.suppositions)


def _needs_fact(cue: Cue) -> bool:
    """Tell a cue that takes only a thing: what was not, or may be, welcomed is no utterance."""
    return not cue.takes & GENERAL or "object" in cue.takes
