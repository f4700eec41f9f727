"""What a speaker does by an utterance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from talks.codebook.stances import StanceRule, Stances
from talks.models import Stance
from talks.patterns import Line, Match, Pattern
from talks.reading import Reading
from talks.statements.said import OTHER, OWN, line_of
from talks.statements.utterance import Utterance, is_quoted

__all__ = ["rules_of", "shows", "stance_of"]

CLAUSE = 9  # items before a verb in which its subject is looked for
BOUNDS = frozenset(",;:.()|-")
NEGATIVE = "x"
STOPS = frozenset(".?!")
# Stances of who judges what others do, with those that the words of it show more exactly: he who criticised
# the call for a truce called for none.
JUDGING = {
    Stance.OPPOSES: frozenset({Stance.OPPOSES, Stance.ACCUSES, Stance.DENIES}),
    Stance.SUPPORTS: frozenset({Stance.SUPPORTS}),
}


def stance_of(reading: Reading, utterance: Utterance, utterances: Sequence[Utterance] = ()) -> Stance:
    """Return what the verb of saying shows, else what the words do, without those of others within them."""
    stances = reading.codebook.stances
    shown = Stance(utterance.stance)
    leaning = utterance.rule.removeprefix("statements.") in stances.leaning
    if shown is not Stance.REPORTS and not leaning:
        return shown
    party = utterance.speaker.party if utterance.speaker else None
    found = rules_of(stances, line_of(reading, list(_own_words(utterance, utterances)), party))
    told = (rule.stance for rule in found if rule.stance is not Stance.REPORTS)
    if shown in JUDGING and not is_quoted(reading, utterance):
        return next((stance for stance in told if stance in JUDGING[shown]), shown)
    return next(told, Stance.REPORTS if found else shown)


def _own_words(utterance: Utterance, utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Yield the words of an utterance, without those that another is told in it to have said."""
    others = [u for u in utterances if u.cue and u.speaker and u.speaker != utterance.speaker]
    for start, end in utterance.contents:
        told = [(span, u) for u in others for span in u.contents if start < span[0] and span[1] <= end]
        for first, last in sorted(span for span, u in told if _is_cued(u, start, span)):
            if start < first:
                yield start, first
            start = max(start, last)
        if start < end:
            yield start, end


def _is_cued(other: Utterance, start: int, span: tuple[int, int]) -> bool:
    """Tell whether the verb of saying, too, stands within: not in "…", said Quent, who said so to Ekre."""
    return other.cue is not None and start <= min(other.cue[0], span[0])


def rules_of(stances: Stances, line: Line) -> list[StanceRule]:
    """Return the rules found in a line, the one that counts most first.

    What is only reported in some of its words holds for these: nothing else is found in them.
    """
    stops = [at for at, item in enumerate(line.items) if item.word in STOPS]
    best: dict[tuple[int, bool, int, int], StanceRule] = {}
    reported: list[range] = []
    anchored = stances.anchored
    for key in (*(anchored.keys() & line.keys), ""):
        for rule, pattern in anchored.get(key, ()):
            for match in _matches(rule, pattern, line, stances):
                best[_rank(rule, stops, match.start)] = rule
                if rule.stance is Stance.REPORTS:
                    reported.append(range(match.start, match.end))
    return [
        best[rank]
        for rank in sorted(best)
        if best[rank].stance is Stance.REPORTS or not any(rank[2] in words for words in reported)
    ]


def _rank(rule: StanceRule, stops: list[int], at: int) -> tuple[int, bool, int, int]:
    """Rank what is found by sentence; in one, what governs it all goes before what comes first."""
    return bisect_left(stops, at), not rule.governs, at, rule.order


def shows(stances: Stances, rule: StanceRule, pattern: Pattern, line: Line) -> bool:
    """Tell whether a rule's pattern is found in a line."""
    return any(True for _ in _matches(rule, pattern, line, stances))


def _matches(rule: StanceRule, pattern: Pattern, line: Line, stances: Stances) -> Iterator[Match]:
    """Yield where a pattern is found and nothing around it speaks against it."""
    return (match for match in pattern.find(line) if not _is_barred(rule, line, match, stances))


def _is_barred(rule: StanceRule, line: Line, match: Match, stances: Stances) -> bool:
    before = line.items[match.start - 1 : match.start] if match.start else []
    if any(item.word in rule.unless_before for item in before):
        return True
    if any(item.word in rule.unless_next for item in line.items[match.end : match.end + 1]):
        return True
    if rule.who == "anyone":
        return False
    whose = _whose(line, match.start, stances)
    return whose == "nobody" if rule.who == "somebody" else whose not in (rule.who, None)


def _whose(line: Line, at: int, stances: Stances) -> str | None:
    """Tell whose doing stands at an item: the speaker's "own" side's, "others", "nobody"'s, an event's."""
    whose = None
    for item in reversed(line.items[max(0, at - CLAUSE) : at]):
        if item.kind in BOUNDS:
            break
        if item.kind == NEGATIVE or item.word in stances.nobody:
            return "nobody"
        if item.word == OWN or item.word in stances.speaking:
            return "own"
        if item.word == OTHER:
            return "others"
        if item.word in stances.events:
            whose = "events"
    return whose
