"""Find names in tokens: those of the world's gazetteer, and runs of capitals that it lacks."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from talks.codebook.dossier import Person
from talks.codebook.naming import Naming, match_phrase, match_tail
from talks.codebook.sounds import sound_of
from talks.codebook.world import Entry, World, fold
from talks.text import Tokens

__all__ = ["Name", "find_names"]

LONGEST = 8  # words of a name
LINKED = 3  # small words in a name, one after the other
FULL = 2  # words of a name in full
TELLING = 6  # letters from which the sound of a last name tells alone who bears it
SHOUTED = 4  # letters from which a word in capitals is read as a word, not as initials


class Name(NamedTuple):
    """A name at tokens [start, end); without an entry it is in no gazetteer."""

    start: int
    end: int
    entry: Entry | None

    @property
    def kind(self) -> str:
        """What sort of name it is; `unknown` for one in no gazetteer."""
        return self.entry.kind if self.entry else "unknown"


def find_names(
    tokens: Tokens, world: World, naming: Naming, sentence_starts: frozenset[int], common: Set[str]
) -> list[Name]:
    """Return the names of a text in order; `common` words, alone at a sentence's start, name nobody."""
    finder = _Finder(tokens, world, naming, sentence_starts, common)
    return finder.run()


class _Finder:
    """One pass over the capitalised words; last names count once somebody bears them."""

    def __init__(
        self, tokens: Tokens, world: World, naming: Naming, starts: frozenset[int], common: Set[str]
    ) -> None:
        self.tokens, self.world, self.naming, self.starts, self.common = tokens, world, naming, starts, common
        self.words = self._calm_words()
        self.out: list[Name] = []
        self.opening: list[int] = []  # single words that open sentences

    def _calm_words(self) -> list[str]:
        """Return the words without shouting: MR DELGAST is Mr Delgast, and so is MS ASK after her title.

        Names are known with one apostrophe: St Peter’s is St Peter's.
        """
        words, titles = self.tokens.words.copy(), self.naming.titles
        shouted = {word for word in set(words) if word.isupper() or not word.isascii()}
        loud = [at for at, word in enumerate(words) if word in shouted]
        for at in loud:
            words[at] = _calm(words[at])
        for at in loud:
            word = words[at]
            if word.isupper() and word.capitalize() in titles and at + 1 < len(words):
                words[at] = word.capitalize()
                words[at + 1] = words[at + 1].capitalize()
        return words

    def run(self) -> list[Name]:
        done, titles = 0, self.naming.titles
        capitals = {word for word in set(self.words) if word[0].isupper() and word not in titles}
        for at in [at for at, word in enumerate(self.words) if word in capitals]:
            if at >= done:
                done = self._read(at)
        self.out += self._repeated()
        return sorted(self.out, key=lambda name: name.start)

    def _repeated(self) -> list[Name]:
        """Return the last and first names that open a sentence, of those who are named in full elsewhere."""
        full = [name for name in self.out if name.entry is None and name.end - name.start > 1]
        borne = {self.words[at] for name in full for at in (name.start, name.end - 1)}
        borne |= {
            self.words[name.start]
            for name in self.out
            if name.entry and name.entry.person and name.end - name.start > 1
        }
        return [Name(at, at + 1, None) for at in self.opening if self.words[at] in borne]

    def _read(self, at: int) -> int:
        """Read a name that begins at a capitalised word, and return where what it begins ends."""
        known = self._known(at)
        post = None if known else match_phrase(self.naming.roles, self.tokens.lowers, at)
        if post and post[0] > at + 1:
            return post[0]  # the State of a Secretary of State is nobody
        name = known or self._by_first_name(at) or self._surname(at) or self._unknown(at)
        if name:
            self.out.append(name)
        return name.end if name else at + 1

    def _known(self, at: int) -> Name | None:
        first = self.words[at]
        for length in self.world.lengths.get(first, ()):
            phrase = tuple(self.words[at : at + length])  # fewer words where the text ends
            entry = self.world.names[first].get(phrase)
            if entry and not self._is_ordinary(at, at + len(phrase)):
                return Name(at, at + len(phrase), entry)
        return None

    def _by_first_name(self, at: int) -> Name | None:
        """Read the first name of somebody named before, after a title that it goes with: Prince Anselm."""
        entries = (name.entry for name in reversed(self.out) if name.entry) if self._is_royal(at) else ()
        called = (entry for entry in entries if entry.person and entry.name.split()[0] == self.words[at])
        entry = next(called, None)
        return Name(at, at + 1, entry) if entry else None

    def _is_royal(self, at: int) -> bool:
        """Tell a name that stands after a title which goes with first names."""
        return at > 0 and self.tokens.lowers[at - 1] in self.naming.words["royal"]

    def _surname(self, at: int) -> Name | None:
        word, end = self._hyphened(at)
        people = () if self._is_royal(at) else self.world.surnames.get(word, ())
        if not people or self._is_ordinary(at, end) or self._has_first_name(end - 1):
            return None
        person = people[0] if len(people) == 1 else None
        if person is None:
            return Name(at, end, Entry("surname", word))
        return Name(at, end, Entry("person", person.name, person.party, person=person))

    def _hyphened(self, at: int) -> tuple[str, int]:
        """Return a surname as names have it, and its end: Al-Berg at the beginning is al-Berg."""
        joined = self.words[at : at + 3]
        linked = self.tokens.lowers[at] in self.naming.words["linking"] and joined[1:2] == ["-"]
        if not linked or joined[-1] == "-":
            return joined[0], at + 1
        return f"{joined[0].lower()}-{joined[2]}", at + 3

    def _has_first_name(self, at: int) -> bool:
        """Tell a capitalised word that is the first name of somebody the gazetteer lacks."""
        following = at + 1
        if following >= len(self.words) or following in self.starts or not self._capital(following):
            return False
        return self.words[following] not in self.world.names and not self._is_post(following)

    def _unknown(self, at: int) -> Name | None:
        if (
            not self._capital(at)
            or self._is_post(at)
            or (at in self.starts and self.tokens.lowers[at] in self.common)
        ):
            return None
        end = self._run_end(at)
        if person := self._respelt(at, end):
            return Name(at, end, Entry("person", person.name, person.party, person=person))
        if end == at + 1 and at in self.starts:
            self.opening.append(at)
            return None
        return Name(at, end, None)

    def _respelt(self, at: int, end: int) -> Person | None:
        """Return who is named in another spelling than those known: Mychajło Podolak, Podoljak."""
        sound = sound_of(self.words[end - 1])
        people = self.world.respelt.get(sound, ()) if end - at <= FULL else ()
        if end - at == FULL:
            first = sound_of(self.words[at])
            people = [person for person in people if sound_of(person.name.split()[0]) == first]
        elif len(sound) < TELLING:
            return None
        return people[0] if len(people) == 1 else None

    def _run_end(self, at: int) -> int:
        end = at + 1
        while end < len(self.words) and end - at < LONGEST:
            if (
                self._capital(end)
                and end not in self.starts
                and not self._is_post(end)
                and not self._known(end)
                and not self._begins_anew(at, end)
            ):
                end += 1
            elif linked := self._linked(end) or self._of_body(at, end):
                end = linked
            else:
                break
        return end

    def _linked(self, at: int) -> int:
        """Return the end of what small words join to a name: van der Berg, al-Berg; 0 if they don't."""
        end, links = at, self.naming.words["linking"]
        while end < len(self.words) and end - at < LINKED and self.words[end] in links:
            if self.words[end] == "-" and self.tokens.starts[end] > self.tokens.ends[end - 1]:
                return 0  # the envoy left Dravo - Ekre said so
            end += 1
        return end + 1 if at < end < len(self.words) and self._capital(end) else 0

    def _of_body(self, first: int, at: int) -> int:
        """Return the end of what a body that is being named is for: Institute for the Study; 0 if none is."""
        words, named = self.naming.words, self.tokens.lowers[first:at]
        if self.words[at] not in words["purposes"] or words["institutions"].isdisjoint(named):
            return 0
        end = at + 1 + (self.words[at + 1 : at + 2] == ["the"])
        whole = end < len(self.words) and self._capital(end) and not self._known(end)
        return end + 1 if whole else 0

    def _begins_anew(self, at: int, end: int) -> bool:
        """Tell a first name behind words that are none: State Council, Minister of Trade Anna Berg."""
        genders, whole = self.naming.genders, end + 1 < len(self.words) and self._capital(end + 1)
        if self.tokens.lowers[end - 1] in self.naming.words["portfolios"] and self._follows_post(at):
            return whole
        first = self.words[end] in genders and genders.keys().isdisjoint(self.words[at:end])
        return first and whole

    def _follows_post(self, at: int) -> bool:
        """Tell what a post is for: Minister of Strategic Industries."""
        linked = at > 0 and self.tokens.lowers[at - 1] in self.naming.words["incumbent"]
        return linked and bool(match_tail(self.naming.roles, self.tokens.lowers, max(0, at - FULL), at - 1))

    def _capital(self, at: int) -> bool:
        word = self.words[at]
        if not word[0].isupper() or word in self.naming.titles:
            return False
        return word not in self.naming.stop and word.capitalize() not in self.naming.stop

    def _is_post(self, at: int) -> bool:
        lowers = self.tokens.lowers
        return bool(
            match_phrase(self.naming.roles, lowers, at) or match_phrase(self.naming.offices, lowers, at)
        )

    def _is_ordinary(self, at: int, end: int) -> bool:
        """Tell a common word that only begins a sentence: Ask, Frost, May; the US is none."""
        if end != at + 1 or at not in self.starts or self.tokens.lowers[at] not in self.common:
            return False
        initials = len(self.words[at]) > 1 and self.tokens.words[at].isupper()
        return not initials or all(map(str.isupper, self.tokens.words[at + 1 : at + 2]))


def _calm(word: str) -> str:
    """Read a word in capitals as a headline's: NORLAND is Norland, but NATO stays; accents don't count."""
    word = word.replace("’", "'")
    if not word.isascii() and word[0].isupper():
        word = fold(word)
    return word.capitalize() if len(word) > SHOUTED and word.isupper() and word.isalpha() else word
