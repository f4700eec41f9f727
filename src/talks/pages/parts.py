"""Cut a file that holds several articles at its seams.

Between two articles stands what ends the one (a credit, a ruler, a link) and the head of the other (a
headline with a date, an outlet, a byline or a number near it), or nothing but the headline. Each of these
says something for a seam, and so does the text below it, if it begins anew. What a subhead of one article
may have as well is never enough alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import Final, NamedTuple

from talks.codebook.chrome import Chrome
from talks.codebook.seams import SeamSigns, load_seam_signs
from talks.dates import DateGrammar
from talks.pages.lines import BODY, HEADLINE, Line, read_lines
from talks.pages.starts import SEEN, Before, start_of

__all__ = ["split_parts"]

LONGEST: Final = 9  # lines between two articles
LONG: Final = 7  # words of a headline that is no subhead
PARAGRAPHS: Final = 2  # of an article: what stands alone above a dateline opens the article that has it
LEAST: Final = 100  # characters of running text below a headline
DATELINE: Final = 100  # characters of a line that opens with one
HEAD: Final = frozenset({"date", "number", "item", "field", "title", "label", "address"})  # above a headline
TAIL: Final = frozenset({"ruler", "page", "closing", "link", "address", "source", "label"})
BESIDE: Final = frozenset({"label", "short", "field", "address"})  # what may stand beside a date
ENTRIES: Final = 4  # articles, which are entries of a list if most are so short:
ENTRY: Final = 600  # characters
LONG_HEADLINE: Final = re.compile(rf"(?:[^\W_]\S*\s+){{{LONG - 1},}}\S*[^\s.!?\"”:]")
NUMBER: Final = re.compile(r"\d+")


class Seam(NamedTuple):
    """Where an article begins (a line), and the signs of it."""

    at: int
    signs: frozenset[str]
    number: int | None


def split_parts(text: str, chrome: Chrome, grammar: DateGrammar, *, paged: bool = False) -> list[str]:
    """Return the articles of a text that holds several, glued together; mostly one.

    Blank lines are signs, so the text should still have them all (`straighten`). What was saved from one
    page, `paged`, is cut only where a sign is enough by itself: captions and teasers look like headlines.
    """
    signs = load_seam_signs()
    lines = read_lines(text, chrome, signs, grammar)
    seams = _seams(text, lines, chrome, signs)
    outright = {sign for sign, weight in signs.weights.items() if weight >= signs.enough}
    seams = [seam for seam in seams if seam.signs & outright] if paged else seams
    starts = [0, *(seam.at for seam in _without_entries(seams, lines))]
    ends = [*starts[1:], len(lines)]
    return [text[lines[a].start : lines[b - 1].end] for a, b in zip(starts, ends, strict=True) if a < b]


def _seams(text: str, lines: Sequence[Line], chrome: Chrome, signs: SeamSigns) -> list[Seam]:
    out: list[Seam] = []
    begin, number, before = 0, _first_number(lines, signs), Before(text[lines[0].start :] if lines else "")
    for body in range(1, len(lines)):
        words = lines[body].words
        dateline = (
            len(words) > DATELINE and (chrome.dateline.match(words) or signs.dated.match(words)) is not None
        )
        if not lines[body].runs or not (dateline or lines[body - 1].role != "text"):
            continue
        found = _seam(lines, begin, body, dateline, number, signs)
        if found is None or not _is_body(lines[begin : found.at]) or not _holds(lines[body:], LEAST):
            continue
        end, top = lines[found.at].start - lines[begin].start, lines[body].start
        below = start_of(before, end, text[top : top + SEEN], signs)
        told = found.signs | ({below} if below else set())
        if sum(signs.weights[sign] for sign in told) >= signs.enough:
            out.append(found)
            begin, number, before = found.at, found.number, Before(text[lines[found.at].start :])
    return out


def _seam(
    lines: Sequence[Line], begin: int, body: int, dateline: bool, number: int | None, signs: SeamSigns
) -> Seam | None:
    """Return the seam above a body, if there is a head; what it says is still to be weighed."""
    top = body
    while top - 1 > begin and body - top < LONGEST and lines[top - 1].role != "text":
        top -= 1
    headline = _headline(lines, top, body, dateline=dateline)
    bare = _bare(lines[top:body]) if headline is None else None
    if headline is None and not dateline and bare is None:
        return None
    at = body if headline is None else headline
    while at > top and lines[at - 1].role in HEAD and not _is_attached(lines, at - 1):
        at -= 1
    own = _number(lines[at:body], signs)
    told = set(_signs(lines[at:body], body if headline is None else headline - at, signs))
    told |= {line.role for line in lines[top:at] if line.role in TAIL}
    standfirst = headline is None and sum(line.role == "text" for line in lines[begin:at]) < PARAGRAPHS
    if dateline and not standfirst:
        told |= {"bare_dateline" if headline is None else "dateline"}
    if own and number and own == number + 1:
        told |= {"number" if any(line.role == "number" for line in lines[at:body]) else "item"}
    told = (told - {"date", "closing"}) | {bare} if bare and not dateline else told
    told |= {"gap"} if _is_wide(lines, begin, top, body) else set()
    return Seam(at, frozenset(told), own) if told else None


def _headline(lines: Sequence[Line], top: int, body: int, *, dateline: bool) -> int | None:
    """Return the line of the headline above a body; with a date or a number it may be as short as a label."""
    between = range(body - 1, top - 1, -1)
    roles = {lines[at].role for at in between}
    wanted = {"headline", "title"}
    if not roles & wanted and (dateline or roles & {"date", "number", "item"}):
        wanted = {"label", "short"}
    found = next((at for at in between if lines[at].role in wanted), None)
    if found is None or any(line.role == "closing" for line in lines[found + 1 : body]):
        return None
    return found - 1 if found > top and lines[found - 1].role == "headline" else found


def _bare(between: Sequence[Line]) -> str | None:
    """Return what stands above an article without a headline: its date, or the end of the one before.

    "(LAUGHTER)" is neither.
    """
    told = [line for line in between if line.role not in BESIDE]
    if not told or (told[-1].role == "closing" and told[-1].words.isupper()):
        return None
    return {"date": "bare_date", "closing": "bare_closing"}.get(told[-1].role)


def _signs(head: Sequence[Line], headline: int, signs: SeamSigns) -> Iterator[str]:
    """Yield what the head of an article says for it."""
    for at, line in enumerate(head):
        if line.role in {"date", "title", "field", "label", "address"}:
            yield line.role
        if line.role == "byline" and at > headline:
            yield "byline"
        if at == headline:
            yield from ("capitals",) if line.words.isupper() and len(line.words.split()) >= LONG else ()
            yield from ("long",) if _is_long(line.words, signs) else ()
            yield from ("heading",) if signs.heading.match(line.words) else ()
            yield from ("question",) if line.words.endswith("?") else ()


def _is_long(words: str, signs: SeamSigns) -> bool:
    """Tell a headline that is longer than most subheads, and no item of a numbered list."""
    return LONG_HEADLINE.fullmatch(words) is not None and not signs.number.match(words)


def _is_attached(lines: Sequence[Line], at: int) -> bool:
    """Tell a line that stands right below the text above it, and apart from what follows."""
    return lines[at].blank == 0 and lines[at + 1].blank > 0 and lines[at - 1].role == "text"


def _is_wide(lines: Sequence[Line], begin: int, top: int, body: int) -> bool:
    """Tell whether the gap between two articles is wider than those inside the first."""
    gap = max(line.blank for line in lines[top : body + 1])
    first = next((at for at in range(begin, top) if lines[at].runs), top) if gap > 1 else top
    return gap > 1 and all(line.blank < gap for line in lines[first + 1 : top])


def _first_number(lines: Sequence[Line], signs: SeamSigns) -> int | None:
    """Return 1 if the file begins with the first of its articles, numbered."""
    top = next((at for at, line in enumerate(lines) if line.role in {"headline", "title", "text"}), 0)
    return 1 if _number(lines[: top + 1], signs) == 1 else None


def _number(head: Sequence[Line], signs: SeamSigns) -> int | None:
    """Return the number of an article, on a line of its own or before its headline."""
    for line in head:
        if line.role in {"number", "item"} or (
            line.role in {"headline", "label"} and signs.number.match(line.words)
        ):
            found = NUMBER.search(line.words)
            return int(found[0]) if found else None
    return None


def _is_body(lines: Sequence[Line]) -> bool:
    """Tell whether lines hold an article, more than its head."""
    return _holds(lines, BODY) and any(len(line.words) > HEADLINE for line in lines)


def _holds(lines: Sequence[Line], least: int) -> bool:
    """Tell whether lines hold so many characters of running text."""
    return any(held >= least for held in accumulate(line.closed for line in lines))


def _without_entries(seams: Sequence[Seam], lines: Sequence[Line]) -> Sequence[Seam]:
    """Leave out seams by dates that head the entries of a list, such as a timeline or a live page."""
    starts = [0, *(seam.at for seam in seams), len(lines)]
    lengths = [lines[b - 1].end - lines[a].start for a, b in pairwise(starts) if a < b]
    if len(lengths) < ENTRIES or median(lengths) >= ENTRY:
        return seams
    return [seam for seam in seams if seam.signs & {"dateline", "bare_dateline"}]
