"""Short names: the last names by which an article goes on with known people whom it names in full."""

import pytest

from talks.codebook.dossier import Person
from talks.codebook.world import Entry
from talks.names.full import find_known_names
from talks.names.spotting import Name
from talks.text import tokenise

DORAN, NIMA = Person(name="Doran Brask"), Person(name="Nima Brask")


def called(text, *people):
    """Return who is meant by short names in a text that names people, known or not, in full."""
    tokens = tokenise(text)
    names = []
    for name, person in people:
        at = tokens.words.index(name.split()[0])
        names.append(Name(at, at + 2, Entry("person", name, person=person) if person else None))
    return {word: person.name for word, person in find_known_names(tokens, names).items()}


@pytest.mark.parametrize(("name", "person"), [("Doran Brask", DORAN), ("Nima Brask", NIMA)])
def test_a_last_name_means_the_one_whom_the_article_names_in_full(name, person):
    assert called(f"{name} came.", (name, person)) == {name.split()[0]: name, "Brask": name}


@pytest.mark.parametrize("other", [NIMA, None])
def test_a_last_name_that_two_bear_means_neither(other):
    found = called("Doran Brask met Nima Brask.", ("Doran Brask", DORAN), ("Nima Brask", other))
    assert "Brask" not in found
