"""Words of somebody without quotation marks: a paragraph in the first person that a dash or a name closes.

"We sent the list on Monday. Nobody answered us. - said Ekre" and "… Nobody answered us. Torvald Ekre" are
his words from the paragraph's beginning; so is the paragraph above a line "- Ekre said."
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from talks.reading import Reading, Sentence
from talks.statements.preceding import DASHES
from talks.statements.speakers import find_speaker
from talks.statements.utterance import ACTING, Utterance, close

__all__ = ["quote_unmarked"]

RULE = "statements.signed"
GUESSED = "statements.quotation"  # the rule of quotations that are credited to who spoke last
LINE = frozenset(
    {"mark", "noun", "verb", "comma", "date", "preposition"}
)  # pieces of a line that only names who


def quote_unmarked(reading: Reading, utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return utterances in order, those behind a dash with their paragraph, and paragraphs signed by name."""
    out, guessed = list(utterances), set[int]()
    told: defaultdict[int, list[int]] = defaultdict(list)
    for at, utterance in enumerate(utterances):
        if utterance.speaker is not None:
            told[utterance.paragraph].append(at)
    paragraphs: defaultdict[int, list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        paragraphs[sentence.paragraph].append(sentence)
    for number, sentences in paragraphs.items():
        own = told.get(number, [])
        before = told.get(number - 1, [])
        if not own and number > 1 and all(out[at].rule == GUESSED for at in before):
            signed = _told_above(reading, sentences, paragraphs.get(number - 1, []))
            out += [signed] if signed else []
            guessed |= set(before) if signed else set()
        if not _is_own(reading, sentences):
            continue
        closing = [at for at in own if _is_closed(reading, out[at], sentences)]
        if not own:
            signed = _signed(reading, sentences)
            out += [signed] if signed else []
        elif len(closing) == 1 and all(_is_within(out[at], sentences[-1]) for at in own):
            (_, end), start = out[closing[0]].contents[-1], sentences[0].start
            out[closing[0]] = replace(out[closing[0]], contents=[(start, end)])
    kept = (utterance for at, utterance in enumerate(out) if at not in guessed)
    return sorted(kept, key=lambda utterance: utterance.contents[0])


def _is_within(utterance: Utterance, sentence: Sentence) -> bool:
    return sentence.start <= utterance.contents[0][0] and utterance.contents[-1][1] <= sentence.end


def _told_above(reading: Reading, line: Sequence[Sentence], above: Sequence[Sentence]) -> Utterance | None:
    """Return the paragraph above a line that only names who speaks: - Ekre said."""
    sentence, parse = line[0], line[0].parse
    begun = reading.text[sentence.start] in DASHES and {kind for kind, *_ in parse.pieces} <= LINE
    verbs = [verb for verb in parse.verbs if verb.form == "finite"]
    if len(line) > 1 or not begun or len(verbs) != 1 or verbs[0].passive or verbs[0].negated:
        return None
    (verb,) = verbs
    cues = reading.codebook.speech.cues.get(verb.lemma, ())
    behind = (number for number, phrase in enumerate(parse.phrases) if phrase.start >= verb.end)
    subject = verb.subject if verb.subject >= 0 else next(behind, -1)
    if subject < 0 or not any("quote" in cue.takes for cue in cues):
        return None
    actor, source = find_speaker(reading, sentence, subject)
    if not above or actor is None or actor.kind not in ACTING:
        return None
    told, cue = close(reading, above[0].start, above[-1].end), reading.chars(verb.start, verb.end)
    return Utterance(
        actor, "statements.above", [told], above[0].paragraph, reading.chars(*source), cue, verb=verb.lemma
    )


def _is_own(reading: Reading, told: Sequence[Sentence]) -> bool:
    """Tell a paragraph in the first person without quotation marks; its last sentence may be anybody's."""
    if len(told) < 2 or any(s.inside is not None or s.atoms for s in told):
        return False
    words = reading.codebook.grammar.words["first_person"]
    return any(not words.isdisjoint(reading.tokens.lowers[s.first : s.last]) for s in told[:-1])


def _is_closed(reading: Reading, utterance: Utterance, told: Sequence[Sentence]) -> bool:
    """Tell words of the last sentence whose speaker follows them behind a dash."""
    if utterance.cue is None or len(utterance.contents) != 1 or utterance.contents[0][0] < told[-2].start:
        return False
    start = min(utterance.cue[0], (utterance.source or utterance.cue)[0])
    return reading.text[:start].rstrip().endswith(tuple(DASHES)) and utterance.contents[0][1] <= start


def _signed(reading: Reading, told: Sequence[Sentence]) -> Utterance | None:
    """Return a paragraph that ends in the full name of who speaks."""
    last = told[-1]
    names = reading.cast.names_in(last.first, last.last)
    words = reading.tokens.lowers[last.first : last.last]
    if len(names) != 1 or names[0].kind != "person" or names[0].end - names[0].start < 2:
        return None
    if len([word for word in words if word.isalpha()]) != names[0].end - names[0].start:
        return None
    speaker = reading.cast.resolve(names[0].start, names[0].end)
    if speaker is None or speaker.kind != "person":
        return None
    source = (last.start, last.end)
    return Utterance(speaker, RULE, [(told[0].start, told[-2].end)], last.paragraph, source)
