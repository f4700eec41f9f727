"""Infinitives of headlines, which tell what is to come: leaders to meet on Monday, talks to begin."""

from __future__ import annotations

from talks.syntax.records import Parse, Phrase, State, Verb

__all__ = ["foretell"]

NAME = "N"  # class of a name's last word
MODAL, TENSE = "will", "future"


def foretell(state: State) -> None:
    """Read the infinitive of a sentence without another verb for its subject as a verb in the future."""
    parse = state.parse
    for number, verb in enumerate(parse.verbs):
        if verb.form != "infinitive" or state.tokens.lowers[verb.start] != "to":
            continue
        subject = _of_headline(state, verb) if number == 0 else _of_saying(state, verb)
        if subject >= 0 and not any(v.subject == subject and v.form == "finite" for v in parse.verbs):
            _make_finite(parse, number, subject)


def _of_headline(state: State, verb: Verb) -> int:
    """Return the first noun phrase of a sentence that goes on with an infinitive, or -1."""
    phrases = [phrase for phrase in state.parse.phrases if phrase.end <= verb.start]
    if not phrases or phrases[-1].end != verb.start or verb.subject >= 0:
        return -1
    hung = all(phrase.role == "free" or phrase.left >= 0 for phrase in phrases[1:])
    alone = phrases[0].role == "free" or _is_credited(state, phrases[0], verb)
    return 0 if hung and alone and _can_do(state, phrases[0], verb) else -1


def _is_credited(state: State, phrase: Phrase, verb: Verb) -> bool:
    """Tell that what looks like the subject of a verb of saying behind is none: to free ten, says Ekre."""
    said = state.parse.verb_at(phrase.verb) if phrase.role == "subject" else None
    if said is None or said.start < verb.end or not said.objects:
        return False
    comma = state.tokens.words[said.start - 1] == ","
    person = state.parse.phrases[said.objects[0]]
    if not comma or person.start != said.end or said.lemma not in state.grammar.words["headlining"]:
        return False
    said.subject, said.objects = person.number, []
    person.role = "subject"
    return True


def _of_saying(state: State, verb: Verb) -> int:
    """Return the object of a verb of saying that does what follows: Ekre says talks to begin; or -1."""
    said = state.parse.verb_at(verb.governor)
    if (
        said is None
        or said.lemma not in state.grammar.words["headlining"]
        or verb.subject not in said.objects
    ):
        return -1
    phrase = state.parse.phrases[verb.subject]
    between = [p for p in state.parse.phrases if phrase.end <= p.start < verb.start]
    near = phrase.end == verb.start or (between and between[-1].end == verb.start)
    hung = all(p.role == "prep" or p.left >= 0 for p in between)  # talks with Sudria to begin
    return verb.subject if near and hung and _can_do(state, phrase, verb) else -1


def _can_do(state: State, phrase: Phrase, verb: Verb) -> bool:
    """Tell those who do something, or what takes place, from a plan to end the war."""
    things = [state.tokens.lowers[state.parse.phrases[at].end - 1] for at in verb.objects]
    occurs = verb.passive or (verb.lemma in state.grammar.words["occurring"] and not things)
    place = bool(things) and things[0] in state.grammar.words["occasion"]  # take place, take effect
    whose = [p for p in state.parse.phrases if p.prep == "of" and p.left == phrase.number]
    ends = [state.class_of(p.end - 1) for p in (phrase, *whose)]
    return occurs or place or NAME in ends  # Quent, the presidents of Norland and Sudria


def _make_finite(parse: Parse, number: int, subject: int) -> None:
    verb, phrase = parse.verbs[number], parse.phrases[subject]
    if verb.governor >= 0 and subject in parse.verbs[verb.governor].objects:
        parse.verbs[verb.governor].objects.remove(subject)
    phrase.role, phrase.verb = "subject", number
    verb.form, verb.tense, verb.modal, verb.subject = "finite", TENSE, MODAL, subject
    verb.governor, verb.clause = -1, phrase.start
