"""Who speaks where the subject does not tell: a gerund, an infinitive, "asked by Ekre", "as Ekre said"."""

from __future__ import annotations

from itertools import pairwise

from talks.codebook.speech import Cue
from talks.statements.following import find_following
from talks.statements.found import Found
from talks.statements.joint import is_writing
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["read_as", "read_passive", "source_of"]

NOBODY = -1
TELLING = 2  # verbs of a sentence in which one tells what another said
CONTENT = frozenset({"", "that"})  # markers of a reported clause
BETWEEN = frozenset({"noun", "date", "preposition", "adverb"})  # pieces before a clause without "that"
BE = "b"  # class of the forms of be


def source_of(view: View, verb: Verb) -> int:
    """Return the phrase that is the speaker of an active verb, -1 for nobody."""
    if verb.form == "ing":
        return _of_gerund(view, verb)
    if verb.form == "infinitive":
        return _of_infinitive(view, verb)
    subject = view.parse.phrases[verb.subject] if verb.subject >= 0 else None
    if subject and view.reading.tokens.lowers[subject.start] in view.speech.expletives:
        return NOBODY
    if (resumed := _resumed(view, verb)) >= 0:
        return resumed
    shared = subject is not None and subject.verb >= 0 and view.parse.verbs[subject.verb] is not verb
    shared = shared and verb.marker not in view.reading.codebook.grammar.words["of_things"]
    return _nearest(view, verb.subject, verb.start) if shared else verb.subject


def _resumed(view: View, verb: Verb) -> int:
    """Return who says something behind a clause of his own: Ask, who met Quent, its president, said …"""
    comma = view.at[verb.start] - 1
    beside = view.phrase(comma - 1)
    added = view.kind(comma) == view.kind(comma - 2) == "comma" and beside == verb.subject >= 0
    if not added or view.main_before(verb.start):
        return NOBODY
    openings = (piece for piece in range(comma) if view.kind(piece) == "relative")
    opening = next(openings, 0)
    return view.phrase(opening - 2) if view.kind(opening - 1) == "comma" else NOBODY


def _of_gerund(view: View, verb: Verb) -> int:
    """Return who speaks in "he left, saying …", "sent a letter saying …", "a man claiming …"."""
    if verb.lemma in view.speech.implying and view.kind(view.before(view.at[verb.start])) == "comma":
        return NOBODY
    before = _before_day(view, view.before(view.at[verb.start]))
    phrase = view.phrase(before)
    if phrase < 0 and (quoted := _quoted_as(view, before)) >= 0:
        return quoted
    if verb.lemma in view.speech.retelling and (inner := _reported_speaker(view, verb)) >= 0:
        return inner
    if verb.lemma in view.speech.adding and (teller := _teller(view, verb)) >= 0:
        return teller
    if phrase < 0:
        return _own_subject(view, verb) if verb.subject >= 0 else _main_subject(view, verb.start)
    if _is_place(view, phrase):
        return _main_subject(view, verb.start)  # told them in Castrel adding that
    written = _written(view, phrase)
    return view.parse.verbs[written].subject if written >= 0 else phrase


def _reported_speaker(view: View, verb: Verb) -> int:
    """Return who speaks in what another says: Ekre said Quent had repeated her view, saying it was late."""
    comma = view.kind(view.before(view.at[verb.start])) == "comma"
    before = [v for v in view.parse.verbs if v.start < verb.start and v.form == "finite"]
    if not comma or len(before) < TELLING or before[-1].marker not in CONTENT:
        return NOBODY
    outer, inner = before[-2:]
    spoken = inner.lemma in view.speech.cues or inner.lemma in view.speech.headed
    headed = view.speech.headed.get(outer.lemma, ())  # made it clear
    clausal = outer.lemma in view.speech.reporting or any("clause" in cue.takes for cue in headed)
    told = clausal and inner.subject > outer.subject >= 0
    return inner.subject if spoken and told and _can_speak(view, inner.subject) else NOBODY


def _teller(view: View, verb: Verb) -> int:
    """Return who goes on that told of others without "that": Ekre said Quent had left, adding …"""
    main = [v for v in view.parse.verbs if v.start < verb.start and v.form == "finite" and not v.marker]
    for outer, inner in pairwise(v for v in main if v.subject >= 0):
        opening = view.at[view.parse.phrases[inner.subject].start]
        between = range(view.at[outer.start] + 1, opening)
        behind = opening > view.at[outer.start] and all(view.kind(piece) in BETWEEN for piece in between)
        if behind and outer.lemma in view.speech.reporting:
            return outer.subject
    return NOBODY


def _is_place(view: View, number: int) -> bool:
    """Tell where somebody speaks from who speaks: in Castrel, at the bridge."""
    phrase = view.parse.phrases[number]
    located = phrase.role == "prep" and phrase.prep in view.reading.codebook.grammar.words["locative"]
    names = view.reading.cast.names_in(phrase.start, phrase.end)
    return located and any(name.entry is not None and name.entry.place is not None for name in names)


def _before_day(view: View, piece: int) -> int:
    """Return the piece before the day on which something was said: despite Norland on Monday stating …"""
    if view.kind(piece) != "date":
        return piece
    subject = piece - 1 - (view.kind(piece - 1) == "preposition")
    return subject if view.kind(subject) == "noun" else piece


def _quoted_as(view: View, before: int) -> int:
    """Return who is passed on in "the agency quoted Ekre as saying", -1 for nobody."""
    phrase = view.phrase(before - 1) if view.word(before) == "as" else NOBODY
    return phrase if _quotes(view, phrase) else NOBODY


def _quotes(view: View, phrase: int) -> Verb | None:
    """Return the verb of those who quote whom a phrase means."""
    found = view.parse.phrases[phrase] if phrase >= 0 else None
    rules = view.parse.verbs[found.verb] if found and found.role == "object" and found.verb >= 0 else None
    return rules if rules and rules.lemma in view.speech.hearsay else None


def find_quoting(view: View, verb: Verb) -> Verb | None:
    """Return the verb before "as saying": the agency quoted Ekre, Ekre was quoted by the agency."""
    before = view.before(view.at[verb.start])
    if verb.form != "ing" or view.word(before) != "as":
        return None
    if view.kind(before - 1) == "noun" and (quoting := _quotes(view, view.phrase(before - 1))):
        return quoting
    governor = view.parse.verb_at(verb.governor)
    passed = governor is not None and governor.passive and governor.lemma in view.speech.hearsay
    return governor if passed else None


def _written(view: View, number: int) -> int:
    """Return the verb whose object is a writing that a phrase is or belongs to: sent a letter to Quent."""
    phrases = view.parse.phrases
    while phrases[number].left >= 0:
        number = phrases[number].left
    found = phrases[number]
    return found.verb if is_writing(view.reading, found) and found.role == "object" else NOBODY


def _own_subject(view: View, verb: Verb) -> int:
    """Return who does what a gerund goes with, in a relative clause: which Quent refused, saying …"""
    rules = view.parse.verb_at(verb.governor)
    told = rules is not None and rules.marker in view.speech.fronted and not rules.passive
    return verb.subject if told else _main_subject(view, verb.start)


def _main_subject(view: View, token: int) -> int:
    """Return the subject of the main clause around a token: the last before it, else the first after it."""
    main = [
        v
        for v in view.parse.verbs
        if v.form == "finite" and not v.marker and v.governor < 0 and v.subject >= 0
    ]
    before = [verb for verb in main if verb.start < token]
    nearest = before[-1:] or main[:1]
    return _nearest(view, nearest[0].subject, token) if nearest else NOBODY


def _nearest(view: View, subject: int, token: int) -> int:
    """Return a subject, or where it is a thing the one before: it failed when Ekre left, saying …"""
    if _can_speak(view, subject) or view.parse.phrases[subject].end == token:
        return subject
    before = (verb for verb in reversed(view.parse.verbs) if verb.start < token and verb.subject >= 0)
    clauses = (v for v in before if v.form == "finite" and v.marker not in view.speech.clauses)
    return next((verb.subject for verb in clauses if _can_speak(view, verb.subject)), subject)


def _can_speak(view: View, number: int) -> bool:
    """Tell who or what can say something: somebody, a writing."""
    phrase = view.parse.phrases[number]
    somebody = view.reading.cast.resolve(phrase.start, phrase.end) is not None
    return somebody or is_writing(view.reading, phrase)


def _of_infinitive(view: View, verb: Verb) -> int:
    """Return who speaks in "he went on to say", "he was heard to say"; what is only wanted is not said."""
    governor = view.parse.verb_at(verb.governor)
    if governor is None or governor.negated or governor.modal or verb.negated:
        return NOBODY
    if governor.objects:
        return governor.subject if _is_occasion(view, governor) else NOBODY
    before = view.reading.tokens.lowers[verb.start - 1]
    if governor.lemma == "be" and before in view.speech.prompt:
        return governor.subject  # was quick to say
    led = governor.lemma in (view.speech.hearsay if governor.passive else view.speech.leading)
    return governor.subject if led else NOBODY


def _is_occasion(view: View, verb: Verb) -> bool:
    """Tell who uses a speech, a visit or an interview to say something."""
    used = view.parse.phrases[verb.objects[0]]
    return (
        verb.lemma in view.speech.using and view.reading.tokens.lowers[used.end - 1] in view.speech.occasions
    )


def read_passive(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    """Return the attribution of "asked by Ekre whether …"."""
    agent = _agent(view, verb)
    if agent < 0:
        return None
    source = view.phrase(agent)
    for cue in cues:
        after = find_following(view, number, verb, cue, _behind(view, agent))
        if after.start >= 0:
            return Found(cue, number, source, verb.start, after.end, after.start)
    return _read_judged(view, number, source, cues)


def _behind(view: View, agent: int) -> int:
    """Return the piece behind an agent and the name after it: by the President of Sudria Marisela Quent."""
    prep = view.parse.phrases[view.phrase(agent)].prep
    piece = view.skip_phrase(agent) + 1
    while (number := view.phrase(piece)) >= 0 and view.parse.phrases[number].prep == prep:
        piece = view.skip_phrase(piece) + 1
    return piece


def _read_judged(view: View, number: int, source: int, cues: tuple[Cue, ...]) -> Found | None:
    """Return the attribution of "a truce was ruled out by Ekre", of which a truce is what he spoke of."""
    verb = view.parse.verbs[number]
    cue = next((cue for cue in cues if "object" in cue.takes and cue.recorded and not cue.heads), None)
    subject = view.parse.phrases[verb.subject] if verb.subject >= 0 else None
    above = view.parse.verbs[verb.governor].lemma if verb.marker and verb.governor >= 0 else ""
    if cue is None or subject is None or verb.form != "finite" or verb.modal or verb.negated:
        return None
    if above in view.speech.reporting or _is_aside(view, verb):
        return None  # said that a truce was ruled out by Ekre
    end = view.pieces[-1][2]
    return Found(cue, number, source, verb.start, end, -1, (subject.start, verb.start))


def _is_aside(view: View, verb: Verb) -> bool:
    """Tell a participle that only tells of a noun before it: work on a draft, first outlined by Quent."""
    bare = BE not in view.reading.classes[verb.start : verb.end]
    return bare and view.kind(view.before(view.at[verb.start])) == "comma"


def _agent(view: View, verb: Verb) -> int:
    """Return the piece of the phrase after "by", -1 for none."""
    piece = view.at[verb.start] + 1
    while view.kind(piece) in ("adverb", "date", "particle"):
        piece += 1
    return piece + 1 if view.word(piece) == "by" and view.phrase(piece + 1) >= 0 else NOBODY


def read_as(view: View, number: int, verb: Verb, cues: tuple[Cue, ...]) -> Found | None:
    """Return the attribution of "as Ekre said, …" and "…, as reported by Ekre"."""
    cue = next((cue for cue in cues if "clause" in cue.takes and not cue.heads), None)
    if cue and verb.objects and "addressee" not in cue.takes:
        return None  # as Ekre threatened them
    agent = _agent(view, verb)
    opening = _opening(view, verb, agent)
    if cue is None or opening < 0 or (agent < 0 and _is_told(view, number, cue)):
        return None
    source = view.phrase(agent) if agent >= 0 else verb.subject
    last = view.skip_phrase(agent) if agent >= 0 else _last_piece(view, verb)
    end = view.pieces[last][2]
    start = view.pieces[opening][1]
    if opening > 1 and view.kind(opening - 1) in ("comma", "mark"):
        left = view.pieces[0][1], view.pieces[opening - 2][2]
        return Found(cue, number, source, start, end, -1, left) if view.predicate(0) >= 0 else None
    begins = opening == 0 or (opening == 1 and view.kind(0) == "coordinator")  # But as Ekre said, …
    if not begins or view.kind(last + 1) != "comma" or last + 2 >= len(view.pieces):
        return None
    return Found(cue, number, source, start, end, view.pieces[last + 2][1])


def _is_told(view: View, number: int, cue: Cue) -> bool:
    """Tell a clause of time, in which words follow that are said: as Ekre said the talks could wait."""
    verb = view.parse.verbs[number]
    after = find_following(view, number, verb, cue).start
    if after < 0 or view.kind(view.at[after] - 1) not in ("verb", "adverb", "date"):
        return False
    return any(later.start > after and later.form == "finite" for later in view.parse.verbs)


def _opening(view: View, verb: Verb, agent: int) -> int:
    """Return the piece that is the "as" of an attribution, -1 for none."""
    before = view.before(view.at[verb.start])
    if agent < 0:
        subject = view.parse.phrases[verb.subject].start if verb.subject >= 0 else -1
        before = view.at.get(subject, 0) - 1 if verb.form == "finite" and not verb.passive else NOBODY
    return before if before >= 0 and view.word(before) == "as" else NOBODY


def _last_piece(view: View, verb: Verb) -> int:
    """Return the last piece of an attribution: as Ekre said in a statement on Monday."""
    piece = view.at[verb.start]
    while view.kind(piece + 1) in ("adverb", "date", "preposition"):
        piece = view.skip_phrase(piece + 1) if view.kind(piece + 1) == "preposition" else piece + 1
    return piece
