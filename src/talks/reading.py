"""An article as the finders see it: paragraphs, sentences with their syntax, names, dates, numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from talks.codebook import Codebook
from talks.codebook.naming import match_phrase
from talks.codebook.topics import Counts, Topical
from talks.codebook.world import World
from talks.dates import DatePhrase, Entry, find_dates, load_grammar
from talks.models import Article, Status, When
from talks.names import Cast, Name, find_names, find_titled
from talks.numbers import Number, find_numbers, load_number_words
from talks.syntax import Parse, Tagger, is_atom, order_tokens, parse, stretch
from talks.text import (
    Paragraph,
    Quotation,
    Tokens,
    cut,
    find_all_quotations,
    find_paragraphs,
    openings,
    quotations_near,
    split_sentences,
    tokenise,
)

__all__ = ["Reading", "Sentence", "read_article"]

CRY = re.compile(r"[!?][\"”»]$")
ATTRIBUTION = 12  # words within which an attribution has its verb
Cut = tuple[int, int, int, Quotation | None]  # start, end, paragraph, the quotation it is in
Part = tuple[Cut, int, int, dict[int, Quotation]]  # with its tokens, and what it quotes
START, END = attrgetter("start"), attrgetter("end")
PLACES = frozenset({"metonym", "place", "party"})
LONGEST = 256  # tokens, a quoted utterance being one: a longer sentence is cut, or a file of one would hang


@dataclass(slots=True)
class Sentence:
    """A sentence; `inside` is the quotation it is part of, `atoms` the quotations it holds as pieces."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    parse: Parse
    inside: Quotation | None = None
    atoms: dict[int, Quotation] = field(default_factory=dict)

    def holds(self, start: int) -> bool:
        """Tell whether an offset lies in the sentence's own words, not in an utterance that it quotes."""
        return not self.atoms or not any(q.start <= start < q.end for q in self.atoms.values())


@dataclass(slots=True)
class Reading:
    """One article being read."""

    article: Article
    codebook: Codebook
    world: World
    tokens: Tokens
    classes: str
    names: list[Name]
    cast: Cast
    dates: list[DatePhrase]
    numbers: list[Number]
    paragraphs: list[Paragraph]
    quotations: list[Quotation]
    sentences: list[Sentence]
    topical: Topical
    number_starts: list[int] = field(default_factory=list)  # tokens
    date_starts: list[int] = field(default_factory=list)  # tokens
    counted: dict[tuple[int, int], Counts] = field(default_factory=dict)  # topics, by tokens
    text: str = ""  # the article's
    vocabulary: frozenset[str] = frozenset()  # the words of the article, in lower case
    outer: dict[int, list[Sentence]] = field(default_factory=dict)  # those in no quotation, by paragraph
    narratives: dict[int, list[tuple[DatePhrase, When]]] = field(default_factory=dict)  # by paragraph
    meant: dict[tuple[DatePhrase, str, int, int], When] = field(default_factory=dict)  # see told.meaning_of
    # Dates, by the sentence and the phrase that tell them, and by the status of what is dated.
    resolved: dict[tuple[int, int, int, Status], When] = field(default_factory=dict)
    entries: dict[int, Entry] | None = None  # of a chronicle, by paragraph

    def __post_init__(self) -> None:
        self.text = self.article.text
        self.vocabulary = frozenset(self.tokens.lowers)
        self.number_starts = [number.start for number in self.numbers]
        self.date_starts = [self.tokens.ending_by(phrase.start) for phrase in self.dates]
        for sentence in self.sentences:
            if sentence.inside is None:
                self.outer.setdefault(sentence.paragraph, []).append(sentence)

    def dated(self, words: str) -> When | None:
        """Return the date of a happening that the dossier knows by these words, or by its place."""
        return self.world.date_of(words, self.article.published.latest)

    def numbers_in(self, first: int, last: int) -> Sequence[Number]:
        """Return the numbers in tokens [first, last)."""
        low = bisect_left(self.number_starts, first)
        return self.numbers[low : bisect_left(self.number_starts, last, low)]

    def dates_in(self, first: int, last: int) -> Sequence[DatePhrase]:
        """Return the date phrases in tokens [first, last)."""
        low = bisect_left(self.date_starts, first)
        return self.dates[low : bisect_left(self.date_starts, last, low)]

    def following(self, sentence: Sentence, number: int = 1) -> Sequence[Sentence]:
        """Return so many sentences after one, if there are as many."""
        at = bisect_right(self.sentences, sentence.start, key=START)
        return self.sentences[at : at + number]

    def quoted(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that touch characters [start, end) or end right before them."""
        return quotations_near(self.quotations, start, end) if self.quotations else ()

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets of tokens [start, end)."""
        return self.tokens.starts[start], self.tokens.ends[end - 1]


def read_article(
    article: Article, codebook: Codebook, tagger: Tagger, paragraphs: Sequence[Paragraph] | None = None
) -> Reading:
    """Read an article once, for all finders."""
    tokens = tokenise(article.text, codebook.grammar.titles)
    world = codebook.world_of(tokens.words)
    lines = list(paragraphs if paragraphs is not None else find_paragraphs(article.text))
    quotations = find_all_quotations(article.text, lines)
    return _Reader(article, codebook, world, tokens, lines, quotations, tagger).read()


class _Reader:
    def __init__(
        self, article: Article, codebook: Codebook, world: World, tokens: Tokens,
        lines: list[Paragraph], quotations: list[Quotation], tagger: Tagger,
    ) -> None:  # fmt: skip
        self.article, self.codebook, self.world, self.tokens = article, codebook, world, tokens
        self.lines, self.quotations, self.tagger = lines, quotations, tagger
        self.raw = ""
        self.final: list[str] = []  # classes after second thoughts

    def read(self) -> Reading:
        tokens, text = self.tokens, self.article.text
        atoms = [q for q in self.quotations if is_atom(q, text, tokens, self.codebook.grammar.classes)]
        spans = self._sentence_spans(atoms)
        starts = frozenset(at for start, *_ in spans for at in openings(tokens, start))
        common: Set[str] = self.codebook.grammar.classes.keys()
        titled = find_titled(tokens, self.lines, self.world, common)
        common = common | {tokens.lowers[at] for at in titled} if titled else common
        names = find_names(tokens, self.world, self.codebook.naming, starts | titled, common)
        dates = [
            d
            for line in self.lines
            for d in find_dates(text[line.start : line.end], offset=line.start, grammar=load_grammar())
        ]
        numbers = find_numbers(tokens, load_number_words())
        self.raw = self.tagger.tag(tokens, starts, self._overrides(names, dates, numbers), titled)
        self.final = list(self.raw)
        sentences = self._sentences(
            [part for span in self._rejoined(spans) for part in self._cut(span, atoms)]
        )
        published = self.article.published
        cast = Cast(tokens, names, self.world, self.codebook.naming, published.earliest)
        return Reading(
            article=self.article, codebook=self.codebook, world=self.world, tokens=tokens,
            classes="".join(self.final), names=names, cast=cast, dates=dates, numbers=numbers,
            paragraphs=self.lines, quotations=self.quotations,
            sentences=[s for s in sentences if s.first < s.last],
            topical=self.codebook.topics.see(tokens.lowers),
        )  # fmt: skip

    def _sentence_spans(self, atoms: list[Quotation]) -> list[Cut]:
        """Return (start, end, paragraph, quotation) of outer sentences, then of those inside quotations."""
        text, grammar = self.article.text, self.codebook.grammar
        short, openers = grammar.abbreviations, grammar.words["openers"]
        out: list[Cut] = []
        starts, quoted = [line.start for line in self.lines], [(q.start, q.end) for q in self.quotations]
        for number, line in enumerate(self.lines):
            held = quoted[bisect_left(quoted, (line.start,)) : bisect_left(quoted, (line.end,))]
            cuts = split_sentences(text, line.start, line.end, short, held, openers)
            out += [(a, b, number, None) for a, b in cuts]
        for quote in atoms:
            number = bisect_right(starts, quote.start) - 1
            inner = split_sentences(text, quote.inner_start, quote.inner_end, short, openers=openers)
            out += [(a, b, number, quote) for a, b in inner]
        return sorted(out, key=lambda span: (span[0], -span[1]))

    def _rejoined(self, spans: list[Cut]) -> list[Cut]:
        """Join a quoted question or cry to the attribution after it: "Why not?" Ekre asked."""
        out: list[Cut] = []
        home: dict[int, int] = {}
        for start, end, paragraph, inside in spans:
            before = home.get(paragraph)
            if inside is None and before is not None and self._is_attribution(out[before], start, end):
                out[before] = (out[before][0], end, paragraph, None)
                continue
            if inside is None:
                home[paragraph] = len(out)
            out.append((start, end, paragraph, inside))
        return out

    def _is_attribution(self, before: Cut, start: int, end: int) -> bool:
        if not CRY.search(self.article.text, before[0], before[1]):
            return False
        tokens, lemmas, cues = self.tokens, self.codebook.grammar.lemmas, self.codebook.speech.cues
        first = tokens.at(start)
        for at in range(first, min(first + ATTRIBUTION, tokens.ending_by(end))):
            if tokens.words[at] in ".;:":
                return False
            if lemmas.get(tokens.lowers[at]) in cues and self.raw[at] in "ve":
                return True
        return False

    def _overrides(self, names: list[Name], dates: list[DatePhrase], numbers: list[Number]) -> dict[int, str]:
        out = {at: "N" for name in names for at in range(name.start, name.end)}
        tokens = self.tokens
        for number in numbers:
            out.update(dict.fromkeys(range(number.start, number.end), "#"))
        for low, high in self._long_posts():
            out.update({at: "n" for at in range(low, high) if out.get(at) != "N"})
        for at, following in pairwise(names):
            if at.end == following.start and at.kind in PLACES and self._after_preposition(at.start):
                out[at.end - 1] = "Y"
        grammar = self.codebook.grammar
        after = [at.end for at in names if at.kind == "adjective" and at.end < len(tokens)]
        out.update(
            {at: "n" for at in after if grammar.classes.get(tokens.lowers[at]) == "z"}
        )  # Sudrian claims
        out.update(self._fixed(grammar.adverbials, "r") | self._fixed(grammar.compounds, "n"))
        for phrase in dates:
            low, high = tokens.at(phrase.start), tokens.ending_by(phrase.end)
            out.update(dict.fromkeys(range(low, high), "T"))
        return out

    def _long_posts(self) -> list[tuple[int, int]]:
        """Return what stands inside posts of several words, "of state" in "Secretary of State"."""
        out, lowers, table = [], self.tokens.lowers, self.codebook.naming.roles
        for at in self.tokens.places(table.keys()):
            found = match_phrase(table, lowers, at)
            if found and found[0] - at > 1:
                out.append((at, found[0]))
        return out

    def _after_preposition(self, at: int) -> bool:
        return at > 0 and self.codebook.grammar.classes.get(self.tokens.lowers[at - 1]) == "i"

    def _fixed(self, table: dict[str, tuple[tuple[str, ...], ...]], kind: str) -> dict[int, str]:
        """Return the tokens of fixed phrases: adverbs such as "once more", nouns such as "working group"."""
        out: dict[int, str] = {}
        lowers = self.tokens.lowers
        for at in self.tokens.places(table.keys()):
            for words in table[lowers[at]]:
                if tuple(lowers[at : at + len(words)]) == words:
                    out.update(dict.fromkeys(range(at, at + len(words)), kind))
                    break
        return out

    def _cut(self, span: Cut, atoms: list[Quotation]) -> Iterator[Part]:
        """Yield a sentence with the utterances that it quotes; in stretches where it is too long."""
        tokens, (start, end, paragraph, inside) = self.tokens, span
        first, last = tokens.at(start), tokens.ending_by(end)
        held: dict[int, Quotation] = {}
        if inside is None:
            low, high = bisect_left(atoms, start, key=START), bisect_right(atoms, end, key=END)
            held = {tokens.at(q.start): q for q in atoms[low:high]}
        if last - first <= LONGEST:
            yield span, first, last, held
            return
        ends = {at: max(at + 1, tokens.ending_by(quote.end)) for at, quote in held.items()}
        for a, b in cut(first, last, ends, LONGEST):
            part = (tokens.starts[a], tokens.ends[b - 1], paragraph, inside)
            yield part, a, b, {at: quote for at, quote in held.items() if a <= at < b}

    def _sentences(self, parts: list[Part]) -> list[Sentence]:
        """Parse the sentences, after second thoughts on the classes of all of them at once."""
        orders = [order_tokens(self.tokens, self.raw, part[1:3], part[3]) for part in parts]
        retagged = self.tagger.retag("\n".join(classes for _, classes in orders)).split("\n")
        rows = zip(parts, orders, retagged, strict=False)  # of no sentence there is one, empty line
        return [self._sentence(part, order, classes) for part, (order, _), classes in rows]

    def _sentence(self, part: Part, order: list[int], classes: str) -> Sentence:
        (start, end, paragraph, inside), first, last, held = part
        parsed = parse(self.tokens, order, classes, self.codebook.grammar)
        if len(order) == last - first and not held:
            self.final[first:last] = classes
        for at, kind in zip(order, classes, strict=True) if held or len(order) < last - first else ():
            if at not in held:
                self.final[at] = kind
        if held:
            stretch(parsed, held, self.tokens)
        return Sentence(start, end, first, last, paragraph, parsed, inside, held)
