"""Which noun phrase is the subject of a finite verb."""

from __future__ import annotations

from bisect import bisect_left

from talks.syntax.appositions import find_apposed, find_set_off
from talks.syntax.records import State, Verb

__all__ = ["find_antecedent", "find_subject", "is_adverbial", "is_bare", "is_relative_that"]

BEHIND = "iTr"  # classes of what tells more of a verb: for, Monday, jointly


def find_subject(state: State, verb: Verb) -> int:
    """Return the number of the subject, -1 for none; a reduced relative may come to light on the way."""
    if state.previous == "relative" or (state.previous == "subordinator" and is_relative_that(state)):
        return _antecedent(state, verb, len(state.parse.phrases) - 1)
    if state.previous in ("coordinator", "comma") and all(is_adverbial(state, at) for at in state.waiting):
        state.waiting = []  # describes himself as ready and said
    if (apposed := find_apposed(state)) >= 0 or (apposed := find_set_off(state)) >= 0:
        return apposed
    if state.waiting:
        return _among_waiting(state)
    if state.previous == "comma" and _is_destined(state, verb):
        verb.form, verb.passive = "participle", True
        return state.parse.verbs[state.verb].objects[0]
    if state.previous == "comma" and _is_set_off(state):
        return _reduce(state.parse.verbs[state.verb])
    if state.previous == "coordinator" or (state.previous == "comma" and not state.outer):
        above = state.main if _returns(state) else state.verb
        return state.parse.verbs[above].subject if above >= 0 else -1
    if state.outer and (state.previous == "comma" or (_ends_relative(state) and not _reports(state))):
        return _take_outer(state)
    return _steal(state, verb)


def is_adverbial(state: State, number: int) -> bool:
    """Tell a phrase after a subordinator that stands before a noun alone: after the talks."""
    phrase = state.parse.phrases[number]
    return phrase.role == "prep" and phrase.prep in state.grammar.words["prepositional"]


def is_relative_that(state: State) -> bool:
    """Tell "the offer that was made" from "said that …"."""
    return state.marker == "that" and state.before(2) in ("noun", "comma")


def _among_waiting(state: State) -> int:
    last = state.waiting[-1]
    first = state.parse.phrases[last].listed
    if first in state.waiting and state.previous != "comma":
        return first
    if state.outer and _is_aside(state, last) and not _is_foretold(state):
        return _take_outer(state)
    if state.previous in ("noun", "adjective") and last == len(state.parse.phrases) - 1:
        return _widen(state)
    return state.waiting[0] if state.previous == "comma" else last


def _take_outer(state: State) -> int:
    first, state.outer = state.outer[0], []
    return first


def _is_foretold(state: State) -> bool:
    """Tell a headline's "Quent to meet Stenmoe after talks with Varga stall", in which the talks stall."""
    verb = state.parse.verb_at(state.verb)
    if verb is None or verb.form != "infinitive" or verb.governor >= 0:
        return False
    return state.parse.phrases[state.outer[0]].end == verb.start


def _is_aside(state: State, number: int) -> bool:
    """Tell "a meeting after the talks in Castrel should": the subject is the meeting."""
    role = state.parse.phrases[number].role
    return role == "prep" and number != len(state.parse.phrases) - 1 and state.previous == "noun"


def _returns(state: State) -> bool:
    """Tell "…, and added": after a comma the main clause goes on."""
    return state.previous == "coordinator" and state.before(2) == "comma" and state.main >= 0


def _widen(state: State) -> int:
    """Return the first of coordinated subjects: Norland and Sudria agreed."""
    at = state.waiting[-1]
    phrases = state.parse.phrases
    while at and at - 1 in state.waiting and phrases[at].after == "coordinator":
        if is_adverbial(state, at - 1) and not is_adverbial(state, at):
            break  # he named them as advisers, and aides said
        at -= 1
    return at


def _ends_relative(state: State) -> bool:
    verbs, at = state.parse.verbs, state.verb
    while at >= 0 and verbs[at].form != "finite":  # drafts that are to prepare a truce are ready
        at = min(verbs[at].governor, at - 1)
    return at >= 0 and verbs[at].marker in state.grammar.words["relative"]


def _reports(state: State) -> bool:
    """Tell a noun phrase right after a verb of saying: Ekre, who says the list is ready."""
    last = state.parse.verbs[state.verb]
    return state.previous == "noun" and bool(last.objects) and last.lemma in state.grammar.clausal


def find_antecedent(state: State, verb: Verb, token: int) -> int:
    """Return the noun phrase that a relative pronoun at a token stands for."""
    before = [phrase.number for phrase in state.parse.phrases if phrase.end <= token]
    return _antecedent(state, verb, before[-1]) if before else -1


def _antecedent(state: State, verb: Verb, at: int) -> int:
    phrases = state.parse.phrases
    plural = state.tokens.lowers[verb.start] in state.grammar.words["plural"]
    while at > 0 and phrases[at].left >= 0:
        if phrases[at].prep != "of" and not (plural and _is_one_name(state, at)):
            break  # talks in Castrel, which were interrupted
        at = phrases[at].left
    return at


def _is_one_name(state: State, number: int) -> bool:
    phrase = state.parse.phrases[number]
    first = bisect_left(state.order, phrase.start)
    return set(state.classes[first : first + phrase.end - phrase.start]) == {"N"}


def _steal(state: State, verb: Verb) -> int:
    """Take the last object as subject: (they) said Quent had told; or read a reduced relative."""
    if state.verb < 0:
        return _take_adverbial(state, verb)
    verbs = state.parse.verbs
    if _opens_clause(state, verb):
        return len(state.parse.phrases) - 1
    if state.previous == "noun" and is_bare(state, verb) and _names_agent(state, verb):
        verb.form, verb.passive = "participle", True
        return len(state.parse.phrases) - 1
    last, says = verbs[state.verb], _saying(state)
    if says >= 0:
        verb.governor = says
        return verbs[says].objects.pop()
    if state.previous == "noun" and _is_pronoun(state):
        return _release(state)
    if _is_reduced(state, last) and _names_agent(state, last):
        return _reduce(last)
    if state.previous == "noun" and is_bare(state, verb):
        verb.form, verb.passive = "participle", True
        return len(state.parse.phrases) - 1
    said = last.lemma in state.grammar.clausal and not _is_told_of(state, last)  # what he said was clear
    if _is_reduced(state, last) and not said:
        return _reduce(last)
    if last.objects:
        verb.governor = state.verb
        return last.objects.pop()
    return last.subject


def _is_told_of(state: State, verb: Verb) -> bool:
    """Tell the subject of whom nothing is said: the swap agreed in Castrel began."""
    if verb.subject < 0:
        return True
    subject = state.parse.phrases[verb.subject]
    return state.tokens.lowers[subject.end - 1] in state.grammar.words["happenings"]


def _is_destined(state: State, verb: Verb) -> bool:
    """Tell what is told of an object after a comma: declared a truce, scheduled to begin on Friday."""
    last = state.parse.verb_at(state.verb)
    if last is None or not last.objects or last.form != "finite" or not is_bare(state, verb):
        return False
    onward = state.tokens.lowers[verb.end : verb.end + 1] == ["to"]
    return onward and verb.lemma in state.grammar.words["destined"]


def _take_adverbial(state: State, verb: Verb) -> int:
    """Read a relative clause cut short in what opens a sentence: under an agreement signed in Castrel, …"""
    if state.previous != "noun" or not is_bare(state, verb):
        return -1
    verb.form, verb.passive = "participle", True
    return len(state.parse.phrases) - 1


def _is_pronoun(state: State) -> bool:
    """Tell "the deal it signed", where nothing but a subject can stand."""
    last = state.parse.phrases[-1]
    return state.tokens.lowers[last.end - 1] in state.grammar.words["nominative"]


def _release(state: State) -> int:
    """Return the last phrase as the subject of a clause, and no more as the object before it."""
    at, last = len(state.parse.phrases) - 1, state.parse.phrases[-1]
    if last.role == "object":
        state.parse.verbs[last.verb].objects.remove(at)
    last.role, last.verb = "free", -1
    return at


def _names_agent(state: State, verb: Verb) -> bool:
    """Tell "a deal brokered by", which nobody says in the active."""
    following = state.tokens.lowers[verb.end : verb.end + 1]
    return following == ["by"]


def _opens_clause(state: State, verb: Verb) -> bool:
    """Tell "they agreed on a swap but talks stalled": a noun phrase after "but" with a verb of its own."""
    last = state.parse.phrases[-1] if state.parse.phrases else None
    if last is None or last.after != "coordinator" or state.previous != "noun" or last.verb != state.verb:
        return False
    if last.prep in state.grammar.words["mutual"]:
        return False  # talks held between Norland and Sudria brought no result
    if state.tokens.lowers[last.start - 1] in state.grammar.words["adversative"]:
        return True
    if last.role == "prep" and _saying(state) >= 0:
        return False  # said that talks in Castrel and Tresk had failed
    return not is_bare(state, verb) or state.following == "noun"


def _is_reduced(state: State, verb: Verb) -> bool:
    """Tell a verb that can be a relative clause cut short: the truce proposed in Castrel holds."""
    bare = verb.form == "finite" and is_bare(state, verb) and not verb.objects
    return bare and (_follows_subject(state, verb) or _hangs_on(state, verb))


def _is_set_off(state: State) -> bool:
    """Tell a clause cut short between commas: the round, set for Monday, was put off."""
    last = state.parse.verb_at(state.verb)
    if last is None or last.form != "finite" or last.objects or last.marker or last.subject < 0:
        return False
    past = last.tense == "past" and not (last.passive or last.perfect or last.modal or last.negated)
    alone = past and state.class_of(last.head) in "eV" and state.class_of(last.end) in BEHIND
    comma = state.tokens.lowers[last.start - 1] == ","
    return alone and comma and state.parse.phrases[last.subject].verb == state.verb


def _reduce(verb: Verb) -> int:
    """Make a verb the clause cut short that it is, and return its subject."""
    verb.form, verb.passive = "participle", True
    return verb.subject


def _hangs_on(state: State, verb: Verb) -> bool:
    """Tell a second clause cut short: talks hosted by Varga and scheduled for Monday were put off."""
    before = state.parse.verbs[-2] if len(state.parse.verbs) > 1 else None
    return before is not None and before.form == "participle" and before.subject == verb.subject >= 0


def _follows_subject(state: State, verb: Verb) -> bool:
    """Tell "the truce proposed in Castrel holds" from "it began and ended as …".

    So, too, where the subject is a round of talks.
    """
    phrases = state.parse.phrases
    last = next((phrase for phrase in reversed(phrases) if phrase.end == verb.start), None)
    while last is not None and last.number != verb.subject and last.left >= 0:
        last = phrases[last.left]
    return last is not None and last.number == verb.subject


def _saying(state: State) -> int:
    """Return the verb, here or above, that takes a clause and has an object to be its subject."""
    verbs, at = state.parse.verbs, state.verb
    while at >= 0 and verbs[at].form != "finite":
        at = min(verbs[at].governor, at - 1)
    return at if at >= 0 and verbs[at].objects and verbs[at].lemma in state.grammar.clausal else -1


def is_bare(state: State, verb: Verb) -> bool:
    """Tell a form that can be a participle and has no auxiliary: proposed, held."""
    return verb.head == verb.start and state.class_of(verb.head) == "e"
