"""Noun phrases: whose subject, object or complement they are."""

from __future__ import annotations

from talks.syntax.records import Chunk, Phrase, State
from talks.syntax.subjects import is_adverbial

__all__ = ["add_adverb", "add_noun", "add_preposition", "add_quotation"]

GOVERNING = frozenset({"verb", "infinitive", "ing", "participle", "noun", "date", "adjective"})
VERB_PIECES = frozenset({"verb", "infinitive", "ing", "participle"})
JOINING = frozenset({"coordinator", "comma"})
COUNTRY = "Y"  # class of that behind a post, before who holds it
CLOSING = frozenset({"", "mark", "comma", "coordinator", "subordinator"})


def add_quotation(state: State, chunk: Chunk) -> None:
    """Add an utterance; it is nobody's subject."""
    phrases = state.parse.phrases
    phrases.append(
        Phrase(chunk.start, chunk.end, role="quotation", after=state.previous, number=len(phrases))
    )


def add_noun(state: State, chunk: Chunk) -> None:
    """Add a noun phrase in the role that the pieces around it give."""
    phrases = state.parse.phrases
    at = len(phrases)
    phrase = Phrase(chunk.start, chunk.end, after=state.previous, number=at)
    phrases.append(phrase)
    joined = _first_of_list(state, chunk) or _post(state)
    if (like := joined or _sibling(state)) is not None:
        _share(phrase, like)
        first = like.number if like.listed < 0 else like.listed
        phrase.listed = first if joined else -1
        if like.number in state.waiting:
            state.waiting.append(at)
    elif state.previous == "preposition":
        phrase.role, phrase.prep, phrase.verb = "prep", state.prep, state.verb
        phrase.left = at - 1 if _follows_noun(state) else -1
    elif (marker := _temporal(state, chunk)) in state.grammar.words["prepositional"]:
        phrase.role, phrase.prep, phrase.verb = "prep", marker, state.verb
        state.waiting.append(at)
    elif at and state.previous in JOINING and chunk.classes != "p" and _is_joined(state):
        _share(phrase, phrases[at - 1])
        if phrase.role == "free" or at - 1 in state.waiting:
            state.waiting.append(at)
    elif state.verb >= 0 and _is_object(state):
        phrase.role, phrase.verb = "object", state.verb
        state.parse.verbs[state.verb].objects.append(at)
    else:
        state.waiting.append(at)


def _temporal(state: State, chunk: Chunk) -> str:
    """Return the word before a phrase that may be a time: after the talks, a day before them."""
    if state.previous == "date":
        return state.tokens.lowers[chunk.start - 1]
    return state.marker if state.previous == "subordinator" else ""


def _follows_noun(state: State) -> bool:
    """Tell what hangs on the noun before it, be there a date between: a meeting on Friday between the two."""
    between = state.prep in state.grammar.words["mutual"] and state.before(2) == "date"
    back = (4 if state.before(3) == "preposition" else 3) if between else 2
    if state.prep in state.grammar.words["including"] and state.before(2) == "comma":
        back = 3
    return state.before(back) in ("noun", "quotation")


def _share(phrase: Phrase, before: Phrase) -> None:
    phrase.role, phrase.prep = before.role, before.prep
    phrase.verb, phrase.left = before.verb, before.left


def _first_of_list(state: State, chunk: Chunk) -> Phrase | None:
    """Return the phrase whose list goes on: Norland, Sudria, and Helvaria."""
    if chunk.start not in state.lists:
        return None
    start = state.lists[chunk.start]
    return next((p for p in reversed(state.parse.phrases) if p.start == start), None)


def _post(state: State) -> Phrase | None:
    """Return the post before who holds it: talks with the president of Sudria Marisela Quent."""
    phrases = state.parse.phrases
    country = phrases[-2] if state.previous == "noun" and len(phrases) > 1 else None
    if country is None or country.prep != "of" or state.class_of(country.end - 1) != COUNTRY:
        return None
    post = phrases[country.left] if country.left >= 0 else None
    return post if post and (post.listed >= 0 or post.number not in state.waiting) else None


def _sibling(state: State) -> Phrase | None:
    """Return the phrase that an appointment is told beside: a call with Quent and a meeting with Varga."""
    phrases, words = state.parse.phrases, state.grammar.words["appointments"]
    if state.previous != "coordinator" or state.tokens.lowers[phrases[-1].end - 1] not in words:
        return None
    number = phrases[-2].left if len(phrases) > 1 else -1
    while number >= 0 and state.tokens.lowers[phrases[number].end - 1] not in words:
        number = phrases[number].left
    return phrases[number] if number >= 0 else None


def _is_joined(state: State) -> bool:
    """Tell whether a phrase continues the one before the coordinator, or a list."""
    return state.before(2) == "noun" if state.previous == "coordinator" else _in_list(state)


def _in_list(state: State) -> bool:
    """Tell a list in a phrase: voters in Harvik, Brenholm and Tresk said."""
    if not state.waiting or state.following not in ("comma", "coordinator"):
        return False
    if all(is_adverbial(state, at) for at in state.waiting):
        return False  # after talks in Castrel, Norland and Sudria agreed
    before = state.parse.phrases[-2]
    return before.role == "prep" and before.prep in state.grammar.words["listed"]


def _is_object(state: State) -> bool:
    if state.tokens.lowers[state.parse.phrases[-1].start] in state.grammar.words["subjective"]:
        return False  # there is no sign they met
    if state.previous == "date" and state.clause > state.parse.verbs[state.verb].end:
        return False  # …, and on Monday Ekre met Quent
    if state.previous in GOVERNING:
        return True
    opening = (
        state.main < 0 and state.parse.verbs[state.verb].form == "ing"
    )  # Citing rain, Ask, its envoy, left
    ends = "comma" if opening else "verb"
    lists = state.previous == "comma" and not state.waiting and state.following not in ("verb", ends)
    return lists and len(state.parse.phrases) > 1 and state.parse.phrases[-2].role == "object"


def add_preposition(state: State, chunk: Chunk) -> None:
    """Remember a preposition; or add it to its verb as a particle: rule out, call it off."""
    word = state.tokens.lowers[chunk.end - 1]
    several = chunk.end - chunk.start > 1 and word in state.grammar.words["particled"]
    first = state.tokens.lowers[chunk.start] if several else ""
    if first and (owner := _particled(state, first)) >= 0:
        state.parse.verbs[owner].particle = first  # was ruled out by Ekre, worked out in Castrel
        cut = chunk.start + 1
        state.parse.pieces[-1:] = [("particle", chunk.start, cut), ("preposition", cut, chunk.end)]
    before = state.tokens.lowers[chunk.end - 2] if chunk.end > 1 else ""
    if word == "of" and before in state.grammar.words["complex"]:
        word = before  # ahead of the talks
    owner = _particled(state, word)
    if owner < 0:
        state.prep = word
        return
    state.parse.verbs[owner].particle = word
    state.parse.pieces[-1] = ("particle", chunk.start, chunk.end)


def add_adverb(state: State, chunk: Chunk) -> None:
    """Add an adverb right after a verb, or its object, to it, if it can be a particle: put (it) forward."""
    word = state.tokens.lowers[chunk.start]
    if chunk.end - chunk.start > 1 or state.verb < 0 or word not in state.grammar.words["particle"]:
        return
    verb = state.parse.verbs[state.verb]
    beside = verb.end == chunk.start and state.previous in VERB_PIECES
    behind = state.previous == "noun" and verb.objects == [len(state.parse.phrases) - 1]
    if (beside or behind) and not verb.particle:
        verb.particle = word


def _particled(state: State, word: str) -> int:
    """Return the verb whose particle a word is, or -1."""
    particle = word in state.grammar.words["particle"]
    if state.verb >= 0 and state.previous in VERB_PIECES and not state.parse.verbs[state.verb].particle:
        goes_on = word in state.grammar.words["closing"] and state.following in CLOSING
        return state.verb if particle or goes_on else -1
    after_object = state.previous == "noun" and state.parse.phrases[-1].role == "object"
    return state.parse.phrases[-1].verb if particle and after_object else -1
