"""Cues of attribution as data (lexicon/speech-en.toml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from talks.codebook.data import read_data
from talks.models import Stance

__all__ = ["Cue", "Speech", "load_speech"]

# The fields of `Speech` that are sets of words, by the tables of the data that have them under their names …
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "clauses": (
        "adding", "asked", "backshifted", "citing", "cleft", "colleagues", "conditions", "counting",
        "detailing", "distributive", "expletives", "fronted", "glossing", "hearsay", "impersonal", "implying",
        "joining", "leading", "members", "narrowing", "occasions", "open", "others", "ours", "pointing",
        "prompt", "questions", "reacting", "reasoning", "reciprocal", "retelling", "returning",
        "sources", "suppositions", "telling", "untold", "using", "withheld", "within",
    ),
    "labels": ("apart", "headings", "quoting", "selves"),
    "nouns": ("authored", "communiques", "gatherings", "joint"),
    "objects": ("prepositions", "verdicts"),
    "posts": ("speaking",),
}  # fmt: skip
ANY: Final = "*"  # stands for every verb
TABLES: Final = ("addressees", "clauses", "ignored", "nouns")  # … and those that are the words of a table


@dataclass(frozen=True, slots=True)
class Cue:
    """One way a verb credits words: what it takes, and the stance it shows."""

    name: str
    takes: frozenset[str]
    stance: Stance
    thought: bool = False  # what is in a mind
    recorded: bool = True  # False where the words told are not what was said
    heads: frozenset[str] = frozenset()  # nouns of which its object must be one: expressed hope
    never: frozenset[str] = frozenset()  # nouns of which its object is none: recalled its ambassador
    subjects: frozenset[str] = frozenset()  # nouns of which its subject must be one: his position is
    personal: bool = False  # whether a side does it, and does not say it: Norland pledged to wait
    denied: Stance | None = None  # the stance that it shows where it is denied, if any: did not rule out


@dataclass(frozen=True, slots=True)
class Speech:
    """The cues of a language; `cues` maps a verb's lemma to its ways."""

    cues: dict[str, tuple[Cue, ...]]
    voicing: tuple[Cue, ...]  # the ways of any verb, beside quoted words
    reporting: frozenset[str]  # lemmas with a way that takes a clause
    headed: dict[str, tuple[Cue, ...]]  # those that credit words only with a word beside: made it clear
    according: dict[str, tuple[tuple[str, ...], ...]]  # by their last words
    owners: frozenset[str]  # whose words they are: in his words
    genitive: frozenset[str]  # in Ekre's words
    possessed: frozenset[str]
    possessing: frozenset[str]  # prepositions before them: by Ekre's reckoning
    distributive: frozenset[str]  # words for all of those who said it, each of the other: each side
    reciprocal: frozenset[str]  # what each says of the other begins so: accused each other
    others: frozenset[str]  # and goes on so
    nouns: frozenset[str]
    claimed: frozenset[str]  # what others said, to be denied: a charge
    addressees: frozenset[str]
    ignored: frozenset[str]
    prepositions: frozenset[str]  # those that a cue can take after its object: accused them of
    verdicts: frozenset[str]  # adjectives of judgement: called the meeting magnificent
    clauses: frozenset[str]  # words that open a reported clause
    questions: frozenset[str]  # words that open a reported question
    open: frozenset[str]  # words that open what somebody would not say
    authored: frozenset[str]  # prepositions before who wrote one: a letter from
    documents: frozenset[str]  # writings in which their senders speak: a letter saying
    communiques: frozenset[str]  # what a joint writing is called when it is told of again: the document
    gatherings: frozenset[str]  # whose writings are those of all who came: the summit's communique
    joint: frozenset[str]  # adjectives of writings in which several speak: a joint statement
    impersonal: frozenset[str]  # subjects of what is so: it is clear that
    implying: frozenset[str]  # behind a comma, what an act shows: landed, signalling interest
    expletives: frozenset[str]  # subjects that are nobody: there
    untold: frozenset[str]  # modals of what is not said yet: should say
    backshifted: frozenset[str]  # modals of what was said to be still to come: would leave
    hearsay: frozenset[str]  # verbs that pass on that it was said: is understood to have said
    leading: frozenset[str]  # verbs that lead to one of saying: he went on to say
    cleft: frozenset[str]  # what Ekre called progress
    prompt: frozenset[str]  # adjectives of those who say something: was quick to say
    using: frozenset[str]  # verbs of those who say something where they can: used a speech to say
    occasions: frozenset[str]  # and where they can
    fronted: frozenset[str]  # relatives that are no subject: a truce, which Quent refused, saying
    retelling: frozenset[
        str
    ]  # verbs in -ing that go with the verb of saying before them: Quent objected, saying
    asked: frozenset[str]  # what they take up where nobody is told: answered the question
    reasoning: frozenset[str]  # and those that give the words of what is told before: dismissed it, arguing
    reacting: frozenset[str]  # verbs of those who take up what others said: commented on reports that
    adding: frozenset[str]  # and those of who goes on telling: said Quent had left, adding
    telling: frozenset[str]  # words that open a clause about when or why it was said
    returning: frozenset[str]  # words with which the writer takes up again after a comma
    narrowing: frozenset[str]  # words behind such a one that limit what was said: , but only if …
    conditions: frozenset[str]  # words with which a reported clause can begin before its main clause
    suppositions: frozenset[str]  # and those with which what it tells is not so yet
    detailing: frozenset[str]  # words that open what belongs to a thing told: his terms, including a truce
    counting: frozenset[str]  # words after a length of time: hours after
    glossing: frozenset[str]  # articles of what the writer calls the words told: , a charge that …
    sources: frozenset[str]  # words for those who are told by what they know: a source close to Quent
    members: frozenset[str]  # those through whom a body speaks: analysts at the Peace Institute
    within: frozenset[str]  # and the prepositions before it
    ours: frozenset[str]  # words before those who write with the writer: our
    colleagues: frozenset[str]  # and those words for them: our correspondent
    withheld: frozenset[str]  # what sources ask not to be: asked not to be named
    citing: frozenset[str]  # verbs of those who pass on words: said, citing Ekre
    pointing: frozenset[str]  # what stands for words told before: announced this
    quoting: frozenset[str]  # words that announce quoted words: Quote: “…”
    apart: frozenset[str]  # words before a name in a label that is not who speaks: Norland to Sudria: …
    headings: frozenset[str]  # words in which a mere heading ends: War updates: …
    joining: frozenset[str]  # words before a clause that is no longer told
    speaking: frozenset[str]  # posts of those whose words are their office's
    selves: frozenset[str]  # what the speakers in a transcript call themselves, and each other
    examples: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]  # cue → examples, counterexamples


@cache
def load_speech(language: str = "en") -> Speech:
    """Read the cues of a language."""
    data = read_data(f"lexicon/speech-{language}.toml")
    nouns, phrases = data["nouns"], data["phrases"]
    cues, headed = _ways(data["cues"], nouns)
    voicing = cues.pop(ANY)
    words: dict[str, Any] = {
        name: frozenset(data[table][name].split()) for table, names in WORDS.items() for name in names
    }
    words |= {table: frozenset(data[table]["words"].split()) for table in TABLES}
    return Speech(
        cues=cues,
        voicing=voicing,
        reporting=frozenset(lemma for lemma, ways in cues.items() if any("clause" in w.takes for w in ways)),
        headed=headed,
        according=_by_last((*phrases["according"], *phrases["words"])),
        owners=frozenset(phrases["owners"]),
        genitive=frozenset(phrases["genitive"]),
        possessed=frozenset(phrases["possessed"]),
        possessing=frozenset(phrases["possessing"]),
        claimed=frozenset(nouns["rumours"].split()),
        documents=frozenset(f"{nouns['documents']} {nouns['positions']}".split()),
        **words,
        examples={
            name: (tuple(row["examples"]), tuple(row["counterexamples"]))
            for name, row in data["cues"].items()
        },
    )


Ways = dict[str, tuple[Cue, ...]]


def _ways(rows: Mapping[str, Any], nouns: Mapping[str, str]) -> tuple[Ways, Ways]:
    """Return the ways of each verb to credit words: those that do so alone, and those with a word beside."""
    alone: Ways = {}
    headed: Ways = {}
    for name, row in rows.items():
        cue = _cue(name, row, nouns)
        verbs = row["verbs"]
        for lemma in verbs.split() if isinstance(verbs, str) else verbs:
            ways = headed if cue.heads or cue.subjects else alone
            ways[lemma] = (*ways.get(lemma, ()), cue)
    return alone, headed


def _cue(name: str, row: Mapping[str, Any], nouns: Mapping[str, str]) -> Cue:
    return Cue(
        name,
        takes=frozenset(row["takes"]),
        stance=Stance(row["stance"]),
        thought=row.get("thought", False),
        recorded=row.get("recorded", True),
        heads=_words_of(nouns, row.get("heads", ())),
        never=_words_of(nouns, row.get("unless", ())),
        subjects=_words_of(nouns, row.get("subjects", ())),
        personal=row.get("personal", False),
        denied=Stance(row["denied"]) if "denied" in row else None,
    )


def _words_of(nouns: Mapping[str, str], sorts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for sort in sorts for word in nouns[sort].split())


def _by_last(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in (tuple(phrase.split()) for phrase in phrases):
        out[words[-1]] = (*out.get(words[-1], ()), words)
    return out
