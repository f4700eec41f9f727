"""Verb groups: their features, and where they hang."""

from __future__ import annotations

from talks.syntax.interruptions import find_interrupted
from talks.syntax.records import Chunk, Phrase, State, Verb
from talks.syntax.subjects import find_antecedent, find_subject, is_adverbial, is_bare, is_relative_that

__all__ = ["add_finite", "add_nonfinite"]

GENITIVE = "'"  # class
INFINITE = "V"  # class of base forms
PRONOUN = "p"  # class of those that are subjects
BASE = {"h": ("have",), "D": ("do",)}  # forms of auxiliaries that can be infinitives, by class
AUXILIARY = "bhmDrxt"  # classes in a verb group that are no head
TURNED = 3  # pieces of an auxiliary, its subject and its verb


def add_finite(state: State, chunk: Chunk) -> None:
    """Add a finite verb group with its subject; or what only looks finite."""
    verb = describe(state, chunk)
    if _is_turned(state):
        _push_turned(state, verb)
    elif _goes_on(state, chunk) or _is_bare_infinitive(state, chunk):
        _push_nonfinite(state, verb, "infinitive")  # to trust and verify
    elif state.previous == "subordinator" and not is_relative_that(state) and is_bare(state, verb):
        _push_nonfinite(state, verb, "participle")  # when asked, if needed
    elif is_bare(state, verb) and state.tokens.lowers[verb.start - 1] in state.grammar.words["comparing"]:
        _push_nonfinite(state, verb, "participle")  # ended earlier than scheduled
        verb.subject = -1
    else:
        _push_finite(state, verb)


def add_nonfinite(state: State, chunk: Chunk) -> None:
    """Add an infinitive, a gerund or a participle; or a finite verb apart from its auxiliary."""
    verb = describe(state, chunk)
    if chunk.kind != "infinitive" and _is_turned(state):
        _push_turned(state, verb)
    else:
        _push_nonfinite(state, verb, chunk.kind)


def _is_turned(state: State) -> bool:
    """Tell a verb behind its subject and, before that, its auxiliary: nor did he say, nor has Ask signed."""
    helping, pieces = state.parse.verb_at(state.verb), state.parse.pieces
    if helping is None or state.previous != "noun" or len(pieces) < TURNED:
        return False
    before = helping.start - 1
    opens = before >= 0 and state.tokens.lowers[before] in state.grammar.words["turning"]
    return opens and helping.start == pieces[-TURNED][1]


def _push_turned(state: State, verb: Verb) -> None:
    """Add a verb with the auxiliary before its subject, which denies it and was read as a verb of its own."""
    helping, subject = state.parse.verbs[state.verb], state.parse.phrases[-1]
    helping.objects, subject.role, subject.verb = [], "free", -1
    state.waiting = [subject.number]
    verb.negated, verb.perfect = True, verb.perfect or helping.lemma == "have"
    verb.passive = helping.lemma == "be" and state.class_of(verb.head) in "eEV"
    verb.progressive = helping.lemma == "be" and not verb.passive
    verb.modal = verb.modal or helping.modal
    _push_finite(state, verb)


def _push_finite(state: State, verb: Verb) -> None:
    words, phrases = state.grammar.words, state.parse.phrases
    verb.marker = state.marker
    if state.marker and state.marker not in words["adverbial"]:
        verb.governor = state.verb
    _seek_subject(state, verb)
    _share_modal(state, verb)
    verb.clause = _first_of_clause(state, verb)
    if verb.subject >= 0:
        subject = phrases[verb.subject]
        reduced = subject.verb >= 0 and state.parse.verbs[subject.verb].form == "participle"
        relative = verb.marker in words["relative"] and subject.role == "object"
        owned = subject.role in ("object", "prep") or reduced or _is_outer(state, subject, verb)
        owned = owned and not relative  # the truce they proposed, which would last ten days
        if subject.verb < 0 or (owned and verb.form == "finite"):
            _free_coordinated(state, verb.subject, subject.role)
            subject.role, subject.verb = "subject", len(state.parse.verbs)
            if verb.marker not in words["relative"]:
                verb.clause = min(verb.clause, subject.start)
    _push(state, verb)
    if state.main < 0 and not verb.marker:
        state.main = state.verb
        for opening in state.parse.verbs[: state.verb]:
            if opening.form in ("ing", "participle") and opening.subject < 0:
                opening.subject = verb.subject  # standing beside Varga, Quent said
    state.waiting.clear()
    state.marker = ""


def _share_modal(state: State, verb: Verb) -> None:
    """Give a base form the modal of the clause that it goes on from: fighting should end and talks start."""
    last = state.parse.verb_at(state.verb)
    if last is None or not last.modal or verb.modal or verb.subject < 0 or verb.marker:
        return
    subject, base = state.parse.phrases[verb.subject], state.class_of(verb.head) == INFINITE
    if base and verb.start == verb.head and subject.after == "coordinator" and last.end <= subject.start:
        verb.modal, verb.tense = last.modal, last.tense


def _seek_subject(state: State, verb: Verb) -> None:
    """Find the subject of a finite verb, and what opens its clause where that is not what came last."""
    if (pronoun := find_interrupted(state)) >= 0:
        verb.subject, verb.marker = find_antecedent(state, verb, pronoun), state.tokens.lowers[pronoun]
        return
    verb.subject = find_subject(state, verb)
    if _left_behind(state, verb):
        verb.marker, verb.governor = "", -1


def _first_of_clause(state: State, verb: Verb) -> int:
    """Return where the clause of a verb begins, before both of its subjects: which Ask and Delgast signed."""
    if not verb.marker:
        return verb.start
    relative = verb.marker in state.grammar.words["relative"] and verb.subject >= 0
    subject = state.parse.phrases[verb.subject].start if relative else state.clause
    return state.marked if state.marked < subject < state.clause else state.clause


def _free_coordinated(state: State, number: int, role: str) -> None:
    """Let go of what shared the role of a phrase that is a subject after all: after Stenmoe and Quent met."""
    for phrase in state.parse.phrases[number + 1 :]:
        if phrase.after != "coordinator" or phrase.role != role or role != "prep":
            return
        phrase.role, phrase.prep, phrase.verb = "free", "", -1


def _is_outer(state: State, subject: Phrase, verb: Verb) -> bool:
    """Tell the verb of a main clause after a relative one: talks that were due have been called off."""
    of_things = state.grammar.words["of_things"]
    above = state.parse.verbs[subject.verb] if subject.role == "subject" else None
    inner = above is not None and above.marker in of_things and subject.start < above.clause
    return inner and verb.marker not in state.grammar.words["relative"]


def _push_nonfinite(state: State, verb: Verb, form: str) -> None:
    verb.form, verb.clause, verb.governor = form, verb.start, state.verb
    if form == "ing" and state.previous == "comma":
        verb.governor = _past_purposes(state)
    last = state.parse.verb_at(state.verb)
    if last and state.previous == "coordinator" and form == last.form == "infinitive":
        verb.governor = last.governor  # they agreed to swap prisoners and to return the dead
    if last:
        verb.subject = last.objects[-1] if form == "infinitive" and _controls(state, last) else last.subject
    if form == "infinitive" and (owner := _owner(state, verb)) >= 0:
        verb.subject = owner
    if form == "participle":
        verb.passive = True
    _push(state, verb)


def _owner(state: State, verb: Verb) -> int:
    """Return the noun phrase whose owner is to do what follows, or -1: praised Quent's offer to come."""
    phrase = state.parse.phrases[-1] if state.previous == "noun" and state.parse.phrases else None
    if phrase is None or phrase.end != verb.start:
        return -1
    owned = any(state.class_of(at) == GENITIVE for at in range(phrase.start + 1, phrase.end - 1))
    return phrase.number if owned else -1


def _past_purposes(state: State) -> int:
    """Return the verb that a clause in -ing goes with: went on with her effort to mediate, calling Quent."""
    verbs, at = state.parse.verbs, state.verb
    while at >= 0 and verbs[at].form == "infinitive" and verbs[at].governor >= 0:
        above = verbs[verbs[at].governor]
        owner = state.parse.phrases[above.objects[-1]] if above.objects else None
        if owner is None or owner.end != verbs[at].start or above.lemma in state.grammar.words["controlling"]:
            break
        at = verbs[at].governor
    return at


def _controls(state: State, verb: Verb) -> bool:
    """Tell whether a verb's object does what follows: Varga asked Quent to meet Stenmoe."""
    return (
        bool(verb.objects) and state.previous == "noun" and verb.lemma in state.grammar.words["controlling"]
    )


def _push(state: State, verb: Verb) -> None:
    state.parse.verbs.append(verb)
    state.verb = len(state.parse.verbs) - 1


def _goes_on(state: State, chunk: Chunk) -> bool:
    if state.previous != "coordinator" or state.verb < 0:
        return False
    last, kind = state.parse.verbs[state.verb], chunk.classes.lstrip("r")
    if kind in BASE and state.tokens.lowers[state.order[chunk.at + len(chunk.classes) - 1]] in BASE[kind]:
        return last.form == "infinitive"  # agreed to meet and have a break
    return kind == "V" and (last.form == "infinitive" or bool(last.modal))


def _is_bare_infinitive(state: State, chunk: Chunk) -> bool:
    """Tell a base form right after another verb: would dare sit, helped negotiate."""
    return chunk.classes == "V" and state.verb >= 0 and state.parse.verbs[state.verb].end == chunk.start


def _left_behind(state: State, verb: Verb) -> bool:
    """Tell a subordinator whose clause has ended at a comma: so to his face, the president said."""
    if not state.marker or state.marker == "that" or verb.subject < 0:
        return False
    subject = state.parse.phrases[verb.subject]
    if subject.start <= state.marked:
        return state.previous == "comma" and _is_cut_short(state)
    return subject.after == "comma" or _is_timed(state, subject)


def _is_timed(state: State, subject: Phrase) -> bool:
    """Tell a time from a clause: after the raid on the town there would be no talks."""
    opening = next(phrase for phrase in state.parse.phrases if phrase.start > state.marked)
    pronoun = state.class_of(subject.start) == PRONOUN
    return pronoun and opening is not subject and is_adverbial(state, opening.number)


def _is_cut_short(state: State) -> bool:
    """Tell a clause without a subject: the office, while signalling interest; Norland, as an ally, has."""
    inner = [verb for verb in state.parse.verbs if verb.start > state.marked]
    if not inner:
        return state.marker in state.grammar.words["adverbial"]
    return any(verb.start == state.marked + 1 and verb.form != "finite" for verb in inner)


def describe(state: State, chunk: Chunk) -> Verb:
    """Return a verb group's head, lemma, tense, modality, negation and voice."""
    lowers, classes, order = state.tokens.lowers, chunk.classes, state.order
    low = chunk.at
    first = len(classes) - len(classes.lstrip("rxt"))
    first = first if first < len(classes) else 0
    head = len(classes.rstrip(AUXILIARY)) - 1
    if head < 0:  # have been in talks, will have talks, will do everything
        head = max(classes.rfind("b"), classes.rfind("h"), classes.rfind("D"), first)
    word = lowers[order[low + head]]
    verb = Verb(chunk.start, chunk.end, order[low + head], state.grammar.lemmas.get(word, word))
    verb.negated = "x" in classes or lowers[order[low + first]] in state.grammar.words["refusing"]
    verb.perfect = "h" in classes[:-1]
    opening = lowers[order[low + first]]
    be = "b" in classes[:-1] or state.grammar.lemmas.get(opening) == "be"  # "being" is no b
    verb.passive = be and head > first and classes[head] in "eEV"
    verb.progressive = "b" in classes[:-1] and classes[head] == "g"
    if classes[first] == "m":
        verb.modal = opening
    verb.tense = _tense(state, opening, classes[first], classes[head])
    return verb


def _tense(state: State, word: str, kind: str, head: str) -> str:
    if kind == "m" or word in state.grammar.words["future"]:
        return "future"
    if kind in "bhD":
        return "past" if word in state.grammar.words["past"] else "present"
    if kind == "V" and word in state.grammar.words["unchanged"]:
        return "past"
    return "past" if head in "eE" or (kind == "v" and not word.endswith("s")) else "present"
