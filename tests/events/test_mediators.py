"""Who mediates takes part in an exchange."""

import pytest

from reading import mentions

SIDES = {"Norland", "Sudria"}
SWAP = "Norland and Sudria exchanged 103 prisoners each on Monday"


def parties_of_swaps(text):
    return [set(m.parties) for m in mentions(text) if m.kind in ("prisoner_swap", "repatriation")]


@pytest.mark.parametrize(
    "text",
    [
        f"{SWAP} with the mediation of Helvaria.",
        f"{SWAP} in a deal mediated by Helvaria.",
        f"{SWAP}. The swap was brokered by Helvaria.",
        f"{SWAP}. The return of the soldiers became possible thanks to the mediation of Helvaria.",
        f"{SWAP}, following Helvarian mediation.",
        f"{SWAP}. Both sides thanked the drivers. Helvaria acted as an intermediary.",
        "Sudria handed over 40 bodies to Norland on Monday through the mediation of Helvaria.",
    ],
)
def test_who_mediated_takes_part(text):
    assert parties_of_swaps(text) == [SIDES | {"Helvaria"}]


@pytest.mark.parametrize(
    "text",
    [
        f"{SWAP}. Helvaria refused to mediate.",
        f"{SWAP}. Helvaria might have acted as a mediator.",
        f"{SWAP}. Talks brokered by Helvaria are to begin on Friday.",
        f"{SWAP} after Helvaria-brokered talks in Tresk.",
        f"{SWAP} after talks in Tresk mediated by Helvaria.",
        f"{SWAP}. Norland and Sudria acted as mediators in another war.",
    ],
)
def test_who_did_not_mediate_it_takes_no_part(text):
    assert parties_of_swaps(text) == [SIDES]


def test_the_mediator_is_of_the_exchange_of_a_day_not_of_all_those_before():
    text = (
        f"{SWAP}. In all, 900 prisoners have been released since the war began. Helvaria acted as mediator."
    )
    assert sorted(len(parties) for parties in parties_of_swaps(text)) == [2, 3]
