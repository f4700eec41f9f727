"""Share out the words of a sentence among its attributions."""

from __future__ import annotations

from talks.statements.echoes import without_echoes
from talks.statements.edges import is_opened, narrows, only_opens
from talks.statements.found import Found
from talks.statements.view import View

__all__ = ["share_out"]

LOOSE = frozenset({"comma", "coordinator", "mark"})
RESUMING = LOOSE | {"quotation"}  # pieces with which a content goes on behind its attribution
SPOKEN = frozenset({"finite", "infinitive"})  # verbs with which a content can go on


def share_out(view: View, cues: list[Found]) -> list[Found]:
    """Give each cue its contents: up to where the next attribution of the same depth begins."""
    cues = [found for found in cues if not (found.left and is_opened(view, found, cues))]
    for number, found in enumerate(cues):
        later = [other for other in cues[number + 1 :] if not _is_nested(view, found, other)]
        stop = _stop(view, found, later[0]) if later else view.pieces[-1][2]
        if found.left:
            earlier = (o.end for o in cues[:number] if o.right < 0 and found.left and o.end <= found.left[1])
            begin = max([found.left[0], *earlier])
            rest = _resumed(view, found, stop)
            contents = [(_trim(view, begin), found.left[1]), *([rest] if rest else [])]
        else:
            told = _without_pronoun(view, found), _end(view, found, stop)
            contents = [*_antecedent(view, found), told]
        found.contents = [(first, last) for first, last in contents if first < last]
    return without_echoes(view, [found for found in cues if found.contents]) if cues else []


def _stop(view: View, found: Found, later: Found) -> int:
    """Return where the next attribution begins, or the words before it that a semicolon sets apart."""
    first = later.left[0] if later.left else later.start
    apart = first >= found.end and view.reading.tokens.words[first - 1] == ";"
    return first if apart else later.start


def _antecedent(view: View, found: Found) -> list[tuple[int, int]]:
    """Return what a clause without a subject tells of: the list, which he said was ready."""
    if view.kind(view.at.get(found.right, -1)) != "verb":
        return []
    piece = view.before(view.at.get(view.parse.phrases[found.source].start, 0))
    while view.kind(piece) in ("relative", "comma"):
        piece -= 1
    return [view.pieces[piece][1:]] if view.kind(piece) == "noun" else []


def _without_pronoun(view: View, found: Found) -> int:
    """Return where the words begin that can stand alone: dismissed it as "a joke", urged them to wait."""
    piece = view.at.get(found.right, -1)
    if piece < 0 or not view.is_pronoun(piece, "po") or view.is_finite(view.after(piece)):
        return found.right
    piece = view.after(piece)
    while view.kind(piece) == "date" or (
        view.kind(piece) == "preposition" and view.kind(piece + 1) == "date"
    ):
        piece = view.after(piece)
    piece += view.word(piece) == "as"
    stands = view.kind(piece) in ("infinitive", "adjective", "quotation") or view.kind(piece - 1) != "noun"
    alone = stands or view.quoted_after(piece - 1) or view.word(piece) in view.speech.prepositions
    return view.pieces[piece][1] if alone and piece < len(view.pieces) else found.right


def _is_nested(view: View, outer: Found, inner: Found) -> bool:
    """Tell whether an attribution is part of what another one credits: said that Quent had told him …"""
    verb = view.parse.verbs[inner.verb]
    if outer.resumes_at == inner.verb:
        return True  # Quent, he said, had told him
    if outer.right < 0 or inner.left:
        return False
    if verb.form == "ing":
        before = view.before(view.at[verb.start])
        warned = view.kind(before) == "preposition" and view.pieces[before][1] == outer.right
        return warned or view.kind(before) == "noun"  # warned against hoping; saw them hoping
    if inner.source == outer.source or verb.marker in view.reading.codebook.grammar.words["contrast"]:
        return False
    before = view.before(view.at.get(inner.start, 0))
    if view.kind(before) not in ("coordinator", "comma"):
        return True
    source = view.parse.phrases[inner.source]
    if outer.right <= source.start < inner.start:
        return not _goes_on(view, outer, inner)  # he says he is proud and expects to win
    if only_opens(view, outer, before):
        return True
    pronoun = view.kind(before) == "coordinator" and view.reading.classes[source.start] == "p"
    return verb.marker == "that" or (pronoun and view.kind(before - 1) != "comma")


def _goes_on(view: View, outer: Found, inner: Found) -> bool:
    """Tell a second verb of the same speaker: said she regretted it and promised to stay."""
    first, second = view.parse.verbs[outer.verb], view.parse.verbs[inner.verb]
    shared = view.parse.phrases[inner.source].verb != inner.verb
    said = inner.cue.recorded and not inner.cue.thought and second.form == first.form == "finite"
    if shared and said and first.tense == second.tense and not second.modal:
        inner.source = outer.source
        return True
    return False


def _trim(view: View, at: int) -> int:
    """Skip a comma or coordinator left at the start of a content."""
    piece = view.at.get(at)
    while piece is not None and view.kind(piece) in LOOSE:
        piece += 1
        at = view.pieces[piece][1] if piece < len(view.pieces) else at + 1
    return at


def _resumed(view: View, found: Found, stop: int) -> tuple[int, int] | None:
    """Return the content that goes on after an attribution in the middle."""
    piece = next((n for n, row in enumerate(view.pieces) if row[1] >= found.end), None)
    if piece is not None and view.kind(piece) not in RESUMING:
        piece = _quoted_again(view, found, piece, stop)
    if piece is None or _says_more(view, found, piece):
        return None
    while view.kind(piece) in ("comma", "mark") and piece < len(view.pieces) - 1:
        piece += 1
    start = view.pieces[piece][1]
    if start >= stop or view.kind(piece) in ("comma", "mark"):
        return None
    if view.has_utterance(*found.left or (0, 0)) or view.ends_quoted(found.end - 1):
        return _quoted(view, start, stop)
    if view.breaks_off(found.start):
        return start, _end_before(view, stop, start)
    spoken = any(start <= verb.start < stop and verb.form in SPOKEN for verb in view.parse.verbs)
    goes_on = spoken or view.has_utterance(start, stop)
    return (start, _end_before(view, stop, start)) if goes_on else None


def _quoted_again(view: View, found: Found, piece: int, stop: int) -> int | None:
    """Return the comma behind when or how it was said: “The list,” he said when they met, “is ready.”"""
    commas = (
        number
        for number in range(piece, len(view.pieces))
        if view.pieces[number][1] < stop and view.kind(number) == "comma"
    )
    comma = next(commas, None) if view.has_utterance(*found.left or (0, 0)) else None
    if comma is None or not (view.kind(comma + 1) == "quotation" or view.quoted_after(comma)):
        return None
    return comma


def _says_more(view: View, found: Found, piece: int) -> bool:
    """Tell what the writer says of the speaker after an attribution: he told them, but he would not …"""
    source = view.reading.tokens.lowers[view.parse.phrases[found.source].start]
    joined = view.kind(piece + 1) == "coordinator" and view.word(piece + 2) == source
    begun = view.word(piece) == ";" and view.kind(piece + 1) == "coordinator"  # ; and Quent left
    return begun or (joined and view.is_pronoun(piece + 2))


def _quoted(view: View, start: int, stop: int) -> tuple[int, int] | None:
    """Return the quoted words that go on after an attribution between two quotations."""
    begins = [at for at in view.sentence.atoms if start <= at < stop] or [
        view.pieces[piece + 1][1]
        for piece in range(view.at[start] - 1, len(view.pieces) - 1)
        if view.quoted_after(piece) and view.pieces[piece + 1][1] < stop
    ]
    return (begins[0], _end_before(view, stop, begins[0])) if begins else None


def _end(view: View, found: Found, stop: int) -> int:
    """Return the end of a content after its cue: where the writer goes on, else the next attribution."""
    if quoted := _quoted_alone(view, found):
        return quoted
    last = view.ending_by(stop)
    first = view.at.get(found.right, -1)
    opened = view.kind(first) in ("subordinator", "relative", "quotation")
    judged = view.word(first) == "as"  # dismissed by Ekre as a joke
    whole = first >= 0 and not judged and not (view.kind(first) == "infinitive" and _is_enclosed(view, found))
    spoken = view.predicate(first + opened) if whole else -1
    clausal = spoken >= 0 or (opened and not judged)
    ends = _writer_goes_on if clausal else _thing_ends
    for piece in range(max(spoken, first) + 1, last + 1) if first >= 0 else ():
        token = view.pieces[piece][1]
        if ends(view, found, piece) and not view.in_quotes(token):
            stop = view.pieces[piece][1]
            break
    return _end_before(view, stop, found.right)


def _quoted_alone(view: View, found: Found) -> int | None:
    """Return the end of quoted words that are all that is told: what Ekre called "progress" was made."""
    opening = view.reading.tokens.lowers[view.parse.phrases[found.source].start]
    if opening not in view.speech.cleft or view.kind(view.at.get(found.right, -1)) == "quotation":
        return None
    start, end = view.reading.chars(found.right, found.right + 1)
    quotes = view.reading.quoted(start, end)
    return view.reading.tokens.ending_by(quotes[0].inner_end) if quotes else None


def _thing_ends(view: View, found: Found, piece: int) -> bool:
    """Tell where a content that is no clause ends: vowed to wait, then left; denied the offer when asked."""
    kind, after = view.kind(piece), view.after(piece)
    if kind == "comma":
        if _is_before_infinitive(view, found, piece):
            return False  # expected the round, which was late, to begin
        if view.word(piece + 1) in view.speech.detailing:
            return False  # named his conditions, including a truce
        if view.kind(piece + 1) == "coordinator" and _goes_on_alone(view, found, piece + 1):
            return True  # denounced the offer, but Quent left
        listed = view.kind(after) == "noun" and view.kind(after + 1) in ("comma", "coordinator")
        return not listed and view.kind(after) not in ("quotation", "coordinator", "infinitive")
    if kind == "mark":
        return view.word(piece) == ";"
    if kind == "subordinator":
        return view.word(piece) in view.speech.telling and not view.is_prepositional(piece)
    return kind == "coordinator" and (view.kind(after) == "subordinator" or view.is_finite(after))


def _goes_on_alone(view: View, found: Found, piece: int) -> bool:
    """Tell a coordinator behind which a main clause follows: , and Quent left; not: , and the delay."""
    contrast = view.word(piece) in view.speech.returning and view.predicate(piece + 1, near=True) >= 0
    return contrast or _second_verb(view, found, piece)


def _is_before_infinitive(view: View, found: Found, piece: int) -> bool:
    """Tell the comma of a relative clause behind which comes the infinitive that a cue takes."""
    relative = "relative" in (view.kind(piece + 1), view.kind(piece + 2))
    closing = (n for n in range(piece + 1, len(view.pieces) - 1) if view.kind(n) == "comma")
    onward = next((view.kind(comma + 1) == "infinitive" for comma in closing), False)
    return relative and onward and "infinitive" in found.cue.takes


def _writer_goes_on(view: View, found: Found, piece: int) -> bool:
    """Tell a mark after which the words are the writer's: , but …; , which …; when he said so, …"""
    after = piece + 1
    joined = view.kind(after) != "noun" and view.word(after + 1) == "that"  # , and that it was late
    if view.kind(piece) not in ("comma", "mark") or joined:
        return False
    if view.kind(piece) == "mark":
        return view.word(piece) == ";"
    last = view.pieces[after][2] - 1 if view.kind(after) == "date" else -1
    if last >= 0 and view.reading.tokens.lowers[last] in view.speech.counting:
        return True  # , hours after Quent had called
    if view.kind(after) == "noun" and view.word(after) in view.speech.glossing:
        return True  # , a charge that Quent denied
    if view.word(after) in view.reading.codebook.grammar.words["contrast"] and _is_told(
        view, found, view.predicate(after + 1)
    ):
        return False  # , while Quent had come late
    if narrows(view, after):
        return False  # , but only if Quent came
    if view.word(after) in view.speech.returning or _second_verb(view, found, after):
        return True
    return _is_enclosed(view, found) and view.main_after(piece)


def _second_verb(view: View, found: Found, piece: int) -> bool:
    """Tell ", and he left", ", and Quent left" or ", and left" after a clause; not ", and he would leave"."""
    if view.kind(piece) != "coordinator":
        return False
    after = view.after(piece)
    clause = (
        view.word(piece) in view.speech.joining
        and view.kind(after) == "noun"
        and view.predicate(after + 1, near=True) >= 0
        and not _is_told(view, found, view.predicate(after + 1, near=True))
    )
    return clause or view.is_finite(after) or view.is_pronoun(after)


def _is_told(view: View, found: Found, piece: int) -> bool:
    """Tell a clause that stands in the tense of what was said: would leave, had left."""
    told = view.verb_at(piece)
    if told is None or view.parse.verbs[found.verb].tense != "past":
        return False
    return told.modal in view.speech.backshifted or (told.perfect and told.tense == "past")


def _is_enclosed(view: View, found: Found) -> bool:
    """Tell an attribution inside a clause of the writer's that ends at a comma."""
    words = view.reading.codebook.grammar.words
    verb = view.parse.verbs[found.verb]
    marker, before = verb.marker, view.kind(view.before(view.at[verb.start]))
    if verb.form == "ing":
        return before in ("", "subordinator", "preposition") and not view.main_before(verb.start)
    return any(marker in words[kind] for kind in ("relative", "adverbial", "condition", "contrast"))


def _end_before(view: View, stop: int, start: int) -> int:
    """Return the end of what precedes a token, without the comma or coordinator between."""
    piece = view.ending_by(stop)
    while piece >= 0 and view.kind(piece) in LOOSE and view.pieces[piece][1] > start:
        piece -= 1
    return view.pieces[piece][2] if piece >= 0 else stop
