"""Give each token a class, one character a token (see lexicon/grammar-en.toml)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from talks.codebook.grammar import Grammar
from talks.text import Tokens

__all__ = ["Tagger"]

MARKS = {
    **dict.fromkeys('“”«»„"', '"'),
    **dict.fromkeys(".!?…", "."),
    **dict.fromkeys("–—-−‐‑", "-"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    "'s": "'",
    "’s": "'",
    "'": "'",
    "’": "'",
    "‘": '"',
    "$": "#",
    "€": "#",
    "£": "#",
    "%": "n",
    "&": "c",
    "/": "~",
}
STANDING = re.compile("['daN]g(?:[nN]|a[aNn])")  # classes around the word for who holds a post for a time
NOUNLY = "nuz~'"  # classes of what goes on with a noun
PAIR = ["N", ",", "N"]
HYPHENS = "-–‑"
UNKNOWN = re.compile("n(?<=[wpmt]n)")  # a noun, or so it seems, where verbs stand
PRESENT = re.compile("n(?<=Nn)(?=[d#])")  # a noun that is a verb, if it can be one: Norland returns the dead


class Tagger:
    """Classes of words, remembered from one article to the next."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.known = dict(grammar.classes) | MARKS

    def tag(
        self,
        tokens: Tokens,
        starts: Collection[int],
        overrides: Mapping[int, str],
        titled: Iterable[int] = (),
    ) -> str:
        """Return the classes of all tokens; `starts` are the tokens that begin a sentence.

        Those that are `titled` have a capital only because a headline gives it to all words.
        """
        known = self.known
        try:
            classes = [known[word] for word in tokens.words]
        except KeyError:
            classes = [known.get(word) or self._learn(word) for word in tokens.words]
        for start in starts:
            if classes[start] == "N":
                classes[start] = self.grammar.classes.get(tokens.lowers[start], "N")
        for at in titled:
            classes[at] = known.get(tokens.lowers[at]) or self._learn(tokens.lowers[at])
        self._join_hyphens(tokens, classes)
        for at, kind in overrides.items():
            classes[at] = kind
        self._join_sides(tokens, classes, starts)
        self._take_clocks(tokens, classes, starts)
        self._loosen(tokens, classes)
        self._govern(tokens, classes)
        self._take_participles(tokens, classes)
        self._take_gerunds(tokens, classes)
        self._take_epithets(tokens, classes)
        self._take_course(tokens, classes, starts)
        self._guess_verbs(tokens, classes)
        return "".join(classes)

    def retag(self, classes: str) -> str:
        """Correct classes by their neighbours; each line is a sentence."""
        for rule in self.grammar.retags:
            classes = rule.pattern.sub(partial(_repeat, rule.to), classes)
        return classes

    def _learn(self, word: str) -> str:
        kind = self._guess(word)
        if len(self.known) < 100_000:  # bounds memory on endless input
            self.known[word] = kind
        return kind

    def _guess(self, word: str) -> str:
        if word[0].isdigit():
            return "#"
        if not word[0].isalpha():
            return word[0] if len(word) == 1 and word.isascii() and word in ",;:|" else ";"
        lower = word.lower()
        if word[0].isupper():
            closed = self.grammar.classes.get(lower, "N")
            return closed if closed in "dpoitcskwbhDmx" and word not in ("May", "Will") else "N"
        for suffix, kind in self.grammar.suffixes:
            if lower.endswith(suffix) and len(lower) > len(suffix) + 2:
                return kind
        return "n"

    def _take_clocks(self, tokens: Tokens, classes: list[str], starts: Collection[int]) -> None:
        """Make nouns of "a.m." and "p.m.", whose full stops end no sentence: began at 10 a.m. in Castrel."""
        for at in tokens.places(self.grammar.words["meridiem"]):
            told = at > 1 and classes[at - 3 : at - 2] == ["#"] and tokens.lowers[at - 2] in ("a", "p")
            if told and classes[at - 1] == ".":
                ends = at + 2 >= len(classes) or at + 2 in starts
                last = at + 1 if ends or classes[at + 1] != "." else at + 2
                classes[at - 2 : last] = "n" * (last - at + 2)

    def _loosen(self, tokens: Tokens, classes: list[str]) -> None:
        """Make adverbs of "each" and its like between a subject and its verb: the two each released …"""
        floating = self.grammar.words["floating"]
        for at in tokens.places(floating):
            inside = 0 < at < len(classes) - 1 and tokens.words[at] in floating
            if inside and classes[at - 1] in "Nnptmbh" and classes[at + 1] in "evVubhmDr":
                classes[at] = "r"

    def _govern(self, tokens: Tokens, classes: list[str]) -> None:
        """Make a preposition of "to" behind "according" and its like: according to state media."""
        for at in tokens.places(self.grammar.words["governing"]):
            if classes[at + 1 : at + 2] == ["t"]:
                classes[at + 1] = "i"

    def _take_participles(self, tokens: Tokens, classes: list[str]) -> None:
        """Make participles of "cut" and its like after "be" and "have": a deal had been cut."""
        for at in tokens.places(self.grammar.words["unchanged"]):
            if at and classes[at] in "uV" and classes[at - 1] in "bh":
                classes[at] = "E"
        for at in tokens.places(self.grammar.words["passives"]):
            if classes[at + 1 : at + 2] == ["a"] and tokens.lowers[at + 1] in self.grammar.lemmas:
                classes[at + 1] = "e"  # is being prepared

    def _take_gerunds(self, tokens: Tokens, classes: list[str]) -> None:
        """Make a verb of "meeting" after a comma, before those whom somebody met: …, meeting with Quent."""
        for at in tokens.places(self.grammar.words["gerund"]):
            after = at + 1 + (tokens.lowers[at + 1 : at + 2] == ["with"])
            if at and tokens.words[at - 1] == "," and after < len(classes) and classes[after] in "Ndop":
                classes[at] = "g"

    def _take_epithets(self, tokens: Tokens, classes: list[str]) -> None:
        """Make an adjective of "visiting" and its like before those who are met: with visiting envoys."""
        greeting, lemmas = self.grammar.words["greeting"], self.grammar.lemmas
        for at in tokens.places(self.grammar.words["epithets"]):
            before = tokens.lowers[at - 1] if at else ""
            described = at + 1 < len(classes) and classes[at + 1] in "aNn"
            if classes[at] == "g" and described and lemmas.get(before, before) in greeting:
                classes[at] = "a"
        for at in tokens.places(self.grammar.words["standing"]):
            if at and STANDING.match("".join(classes[at - 1 : at + 3])):
                classes[at] = "a"  # Norland's acting foreign minister; not: is acting in haste

    def _take_course(self, tokens: Tokens, classes: list[str], starts: Collection[int]) -> None:
        """Make verbs of "end" and its like behind talks: the talks end on Monday; not: their end date."""
        talks, last = self.grammar.words["deliberations"], len(classes) - 1
        one = self.grammar.words["happenings"] - talks
        for at in tokens.places(self.grammar.words["faring"]):
            goes_on = at < last and at + 1 not in starts and classes[at + 1] in NOUNLY
            before = tokens.lowers[at - 1] if at and not goes_on else ""
            if before in talks and classes[at] in "un":
                classes[at] = "V"
            elif before in one and classes[at] == "z" and not before.endswith("s"):
                classes[at] = "v"

    def _guess_verbs(self, tokens: Tokens, classes: list[str]) -> None:
        """Take unknown words for verbs where only verbs stand: who represents them, they will depose him."""
        known, lowers, last = self.grammar.classes, tokens.lowers, len(classes) - 1
        for at in tokens.places({"whose"}):
            if at + 1 < last and classes[at + 1] in "uz":
                classes[at + 1] = "n"
        lemmas = self.grammar.lemmas
        for found in PRESENT.finditer("".join(classes), 1, max(1, last)):
            word = tokens.lowers[found.start()]
            if lemmas.get(word, "") + "s" == word:
                classes[found.start()] = "v"
        for found in UNKNOWN.finditer("".join(classes), 1, max(1, last)):
            at = found.start()
            if lowers[at] in known or not tokens.words[at].islower():
                continue
            before, after = classes[at - 1], classes[at + 1]
            does = before == "p" or lowers[at - 1] in self.grammar.words["doing"]
            if does and tokens.words[at].endswith("s"):
                classes[at] = "v"
            elif before == "m" or (before == "t" and after in "dopN"):
                classes[at] = "V"

    def _join_sides(self, tokens: Tokens, classes: list[str], starts: Collection[int]) -> None:
        """Mark the comma of a headline's pair like the hyphen it stands for: Norland, Sudria talks end."""
        for start in starts:
            told = tokens.lowers[start + 3] if classes[start : start + 4] == [*PAIR, "n"] else ""
            if told in self.grammar.words["happenings"]:
                classes[start + 1] = "~"

    @staticmethod
    def _join_hyphens(tokens: Tokens, classes: list[str]) -> None:
        """Mark the hyphens inside words; a spaced one is a dash. No verb stands before one: a cease-fire."""
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        for mark in HYPHENS:
            at = -1
            for _ in range(words.count(mark)):
                at = words.index(mark, at + 1)
                if 0 < at < len(words) - 1 and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]:
                    classes[at] = "~"
                    if classes[at - 1] in "uVv":
                        classes[at - 1] = "n"


def _repeat(kind: str, found: re.Match[str]) -> str:
    return kind * len(found[0])
