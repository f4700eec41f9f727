"""Words that are passed on, or pointed back at: the agency said, citing Ekre; this was reported by Ekre."""

from __future__ import annotations

from collections.abc import Sequence

from talks.models import Stance
from talks.names import Actor
from talks.reading import Reading, Sentence
from talks.statements.joint import is_writing
from talks.statements.speakers import find_speaker
from talks.statements.utterance import Utterance
from talks.statements.view import View
from talks.syntax import Phrase, Verb

__all__ = [
    "PASSING",
    "find_author",
    "find_cited",
    "is_bare_post",
    "is_own_bureau",
    "is_told_before",
    "point_back",
]

NOBODY = -1
PASSING = frozenset({"outlet", "thing", "body"})  # what may be an outlet that nobody knows
CREDITED = frozenset({"person", "office", "body", "party"})
POINTED = 2  # words of "the statement"
RECENT = 1  # paragraphs back to which a statement goes on
NEAR = 8  # words behind a verb of saying among which it is told where it was said
DEMONSTRATIVE, PREPOSITION = "d", "i"  # classes of "this" and "that", of "for"
FAR = 4  # pieces between a verb of saying and "citing"


def find_cited(view: View, saying: Verb) -> int:
    """Return the phrase of who is cited by those who pass words on, -1 for nobody."""
    said = view.at[saying.start]
    for verb in view.parse.verbs:
        if verb.form != "ing" or verb.lemma not in view.speech.citing or not verb.objects:
            continue
        if _opens(view, verb) or said < view.at[verb.start] <= said + FAR:
            return verb.objects[0]  # Citing Ekre, the agency said; the agency said, citing Ekre
    return NOBODY


def _opens(view: View, citing: Verb) -> bool:
    """Tell who is cited at the head of a sentence: Earlier, and citing Ekre, the agency had said."""
    return not any(verb.start < citing.start for verb in view.parse.verbs) and citing.start < _subject(view)


def _subject(view: View) -> int:
    """Return the first token of the first subject of a sentence."""
    main = (v for v in view.parse.verbs if v.form == "finite" and v.subject >= 0)
    return min((view.parse.phrases[verb.subject].start for verb in main), default=0)


def point_back(view: View, told: Sequence[Utterance], fresh: Sequence[Utterance]) -> Utterance | None:
    """Return the sentence before as the words of who is told to have said it: This was reported by Ekre.

    Of a sentence with `fresh` utterances they are given the words that "this" stands for in them.
    """
    _fill_in(view, told, fresh)
    if any(utterance.recorded for utterance in fresh):
        return None
    pointing = _find_pointing(view)
    before = _sentence_before(view) if pointing else None
    if pointing is None or before is None:
        return None
    verb, number = pointing
    actor, source = find_speaker(view.reading, view.sentence, number)
    via, cited = None, find_cited(view, verb)
    if actor and cited >= 0 and actor.kind in PASSING:
        via, (actor, source) = actor.name, find_speaker(view.reading, view.sentence, cited)
    if actor is None or actor.kind not in CREDITED or _is_said(before, told):
        return None
    return Utterance(
        speaker=actor, rule="statements.pointing", verb=verb.lemma, contents=[(before.start, before.end)],
        source=view.reading.chars(*source), cue=view.reading.chars(verb.start, verb.end),
        paragraph=before.paragraph, via=via,
    )  # fmt: skip


def _fill_in(view: View, told: Sequence[Utterance], fresh: Sequence[Utterance]) -> None:
    """Give what somebody denies the words that it stands for: Delgast said it was over. Ekre denied that."""
    for utterance in fresh:
        if utterance.recorded and _only_points(view, utterance):
            before = _sentence_before(view)
            claims = [u for u in told if before and u.recorded and _lies_in(u, before)]
            if before is None or (claims and claims[-1].speaker == utterance.speaker):
                continue
            worded = claims and view.reading.classes[view.reading.tokens.at(claims[-1].contents[0][0])]
            told_so = claims and worded != PREPOSITION  # not: called for a truce
            utterance.contents = list(claims[-1].contents) if told_so else [(before.start, before.end)]


def _only_points(view: View, utterance: Utterance) -> bool:
    """Tell "this" or "that", or what is denied, be it only "it"."""
    tokens, (start, end) = view.reading.tokens, utterance.contents[0]
    first, last = tokens.at(start), tokens.ending_by(end)
    if len(utterance.contents) > 1 or last - first != 1 or tokens.lowers[first] not in view.speech.pointing:
        return False
    return view.reading.classes[first] == DEMONSTRATIVE or utterance.stance == Stance.DENIES


def _lies_in(utterance: Utterance, sentence: Sentence) -> bool:
    return any(a < sentence.end and sentence.start < b for a, b in utterance.contents)


def is_told_before(reading: Reading, phrase: Phrase) -> bool:
    """Tell "the statement", which goes on with the words of whoever gave it."""
    pointed = reading.tokens.lowers[phrase.start] in reading.codebook.grammar.words["pointing"]
    return pointed and phrase.end - phrase.start == POINTED and is_writing(reading, phrase)


def is_bare_post(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "the president", with no name and no side before it or behind."""
    pointed = reading.tokens.lowers[phrase.start] in reading.codebook.grammar.words["pointing"]
    if not pointed or phrase.end - phrase.start != POINTED:
        return False
    behind = sentence.parse.phrase_at(phrase.end + 1)
    named = behind is not None and (
        behind.left == phrase.number or reading.cast.names_in(behind.start, behind.end)
    )
    return not named and reading.cast.is_post(phrase.start, phrase.end)


def is_own_bureau(account: Utterance, told: Sequence[Utterance]) -> bool:
    """Tell the office through which words are known: it was over, Ask said, according to the ministry."""
    actor, (start, end) = account.speaker, account.contents[0]
    if actor is None or actor.kind not in ("office", "body") or account.cue is None or account.cue[0] < end:
        return False
    inside = (u.speaker for u in told if any(start <= a and b <= end for a, b in u.contents))
    people = (speaker for speaker in inside if speaker is not None and speaker.kind == "person")
    return any(actor.party in (None, speaker.party) for speaker in people)


def find_author(reading: Reading, told: Sequence[Utterance], paragraph: int) -> Actor | None:
    """Return who gave the statement that goes on: an office, who spoke in writing, else who spoke last."""
    near = [u for u in reversed(told) if u.recorded and paragraph - u.paragraph <= RECENT]
    spoke = [u for u in near if u.speaker is not None and u.speaker.kind in CREDITED]
    gave = (u for u in spoke if (u.speaker and u.speaker.kind != "person") or _writes(reading, u))
    author = next(gave, spoke[0] if spoke else None)
    return author.speaker if author else None


def _writes(reading: Reading, utterance: Utterance) -> bool:
    """Tell words that were given in writing: said in a statement."""
    spans = [span for span in (utterance.source, utterance.cue) if span]
    if not spans:
        return False
    first, last = (
        reading.tokens.at(min(a for a, _ in spans)),
        reading.tokens.ending_by(max(b for _, b in spans)),
    )
    words = reading.tokens.lowers[first : last + NEAR]
    return not reading.codebook.speech.documents.isdisjoint(words)


def _find_pointing(view: View) -> tuple[Verb, int] | None:
    """Return the verb and the speaker of a sentence that credits the one before: Ekre announced this."""
    verb = next((v for v in view.parse.verbs if v.form == "finite"), None)
    if verb is None or verb.marker or verb.modal or verb.negated or view.sentence.atoms:
        return None
    cues = view.speech.cues.get(verb.lemma, ())
    if not any({"clause", "quote"} <= cue.takes and not cue.thought for cue in cues):
        return None
    if any(cue.stance is Stance.DENIES for cue in cues) or _is_nobody(view, verb.subject):
        return None
    if not verb.passive:
        said = verb.subject >= 0 and any(_points(view, at) for at in verb.objects[:1])
        return (verb, verb.subject) if said else None
    agents = (n for n, p in enumerate(view.parse.phrases) if p.prep == "by" and p.start > verb.start)
    agent = next(agents, NOBODY)
    return (verb, agent) if agent >= 0 and verb.subject >= 0 and _points(view, verb.subject) else None


def _is_nobody(view: View, subject: int) -> bool:
    """Tell "neither Ekre nor Delgast"."""
    first = view.parse.phrases[subject].start if subject >= 0 else -1
    return first >= 0 and view.reading.tokens.lowers[first] in view.speech.expletives


def _points(view: View, number: int) -> bool:
    """Tell "this", with no noun."""
    phrase = view.parse.phrases[number]
    alone = phrase.end - phrase.start == 1
    return alone and view.reading.tokens.lowers[phrase.start] in view.speech.pointing


def _sentence_before(view: View) -> Sentence | None:
    """Return the sentence that one points back at: in its paragraph, or the last of the one before."""
    sentence = view.sentence
    for paragraph in (sentence.paragraph, sentence.paragraph - 1):
        before = [s for s in view.reading.outer.get(paragraph, ()) if s.end <= sentence.start]
        if before:
            told = any(verb.form == "finite" for verb in before[-1].parse.verbs)
            return before[-1] if told and not before[-1].atoms else None
    return None


def _is_said(sentence: Sentence, told: Sequence[Utterance]) -> bool:
    """Tell whether a sentence is credited to somebody already."""
    return any(u.recorded and u.speaker is not None and _lies_in(u, sentence) for u in told)
