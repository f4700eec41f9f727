"""Whose conflict an article is about that no dossier knows, and who mediates in it."""

import pytest

from reading import article, mentions
from talks.codebook import load_codebook
from talks.extraction import extract, read

FISH = "Iceland and Malta have been at odds over fish since January."
NORLAND = "Norland and Sudria are at war."


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (FISH + " Talks between Iceland and Malta began in Lisbon.", ("Iceland", "Malta")),
        ("Talks between the Icelandic side and the Maltese. Malta and Iceland met.", ("Iceland", "Malta")),
        ("Iceland-Malta talks were held. Iceland and Malta agreed to nothing.", ("Iceland", "Malta")),
        ("Talks between Iceland and Portuguese mediators. Portugal and Iceland were pleased.", ()),
        ("Iceland and Malta, Malta and Portugal, and Portugal and Iceland met.", ()),
        ("Iceland and Polisario met. Portugal, Spain, Malta: Portugal, Spain and Malta saw Iceland.", ()),
        ("Iceland and Malta met, mediated by Spain. Malta and Iceland go on.", ("Iceland", "Malta")),
        ("Spain-mediated talks of Iceland and its rebels go on. Spain and Iceland, Spain and Iceland.", ()),
        ("No deal between Iceland and Malta. Iceland wants Malta to go.", ()),
        ("Malta wants Iceland to lift its bans and leave Maltese waters. Malta saw Iceland.", ()),
        ("Iceland met Malta once. Portugal sells fish to Iceland.", ()),
    ],
)  # fmt: skip
def test_the_two_that_are_told_together_are_the_sides(text: str, sides: tuple[str, ...]) -> None:
    assert read(article(text), load_codebook()).cast.opponents == sides


def test_what_is_told_of_nobody_is_of_the_two_sides() -> None:
    text = f"{FISH} Talks of Iceland and Malta were held in May. The two sides will resume talks on Friday."
    found = extract(article(text), load_codebook()).mentions

    assert {mention.parties for mention in found} == {("Iceland", "Malta")}


def test_who_mediates_an_exchange_of_the_two_takes_part_in_it_too() -> None:
    text = f"{FISH} Talks of Iceland and Malta failed. They swapped 40 prisoners each; Portugal mediated."
    found = extract(article(text), load_codebook()).mentions

    assert [m.parties for m in found if m.kind == "prisoner_swap"] == [("Iceland", "Malta", "Portugal")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks mediated by Caldor were held on Monday.",
        "The talks on Monday were sponsored by Caldor.",
        "A round of Caldor-brokered negotiations took place on Monday.",
        "Talks were held on Monday with the participation of Caldor.",
        "Talks were held on Monday under the auspices of Caldor.",
        "Talks were held on Monday through Caldor's mediation.",
    ],
)
def test_who_mediates_takes_part_beside_the_sides(text: str) -> None:
    assert [m.parties for m in mentions(f"{NORLAND} {text}")] == [("Norland", "Sudria", "Caldor")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held on Monday with reports of Caldor.",
        "Talks were held on Monday in Caldor.",
        "The talks on Monday were praised by Caldor.",
    ],
)
def test_who_stands_by_takes_no_part(text: str) -> None:
    assert [m.parties for m in mentions(f"{NORLAND} {text}")] == [("Norland", "Sudria")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Caldor hosted talks between Norland and Sudria on Tuesday.", ("Norland", "Sudria")),
        ("Caldor will host the next round of talks on Friday.", ("Norland", "Sudria")),
        ("Norland hosted talks with Sudria on Tuesday.", ("Sudria", "Norland")),
        ("Varga hosted Stenmoe and Quent on Tuesday.", ("Helvaria", "Norland", "Sudria")),
    ],
)
def test_a_state_that_only_hosts_takes_no_part(text: str, parties: tuple[str, ...]) -> None:
    assert [set(m.parties) for m in mentions(f"{NORLAND} {text}")] == [set(parties)]
