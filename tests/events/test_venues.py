"""The town that hosts, and the place that is named as the venue, are where it is."""

import pytest

from reading import mentions


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Castrel hosted the third round of talks between Norland and Sudria on Monday.", "Castrel"),
        ("The town of Castrel will host talks between Norland and Sudria on Friday.", "Castrel"),
        ("Helvaria hosted talks between Norland and Sudria on Monday.", "Helvaria"),
        ("Quent has offered Stenmoe a meeting, with Castrel as a possible place.", "Castrel"),
        ("Quent proposed a summit with Stenmoe and named Castrel as the venue.", "Castrel"),
        ("Varga has offered Castrel as a place for talks between Norland and Sudria.", "Castrel"),
        ("Castrel was the scene of the third round of talks between Norland and Sudria.", "Castrel"),
        ("In Castrel on Monday, Norland and Sudria began a new round of talks.", "Castrel"),
        ("In Harvik, Ekre ruled out a summit of Stenmoe and Quent.", None),
    ],
)
def test_where_it_is(text, place):
    assert [mention.place for mention in mentions(text)] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norland freed 50 prisoners after a week of negotiations in Castrel.", None),
        ("Norland freed 50 prisoners in Dravo after a week of negotiations in Castrel.", "Dravo"),
        ("Norland and Sudria exchanged 50 prisoners following talks in Castrel.", None),
        ("Norland and Sudria exchanged 50 prisoners in Dravo on Monday.", "Dravo"),
    ],
)
def test_the_talks_before_an_exchange_do_not_lend_it_their_place(text, place):
    assert [m.place for m in mentions(text) if m.kind == "prisoner_swap"] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norland and Sudria held talks on Monday in the lakeside resort of Pravo.", "Pravo"),
        ("Norland and Sudria met in the border village of Old Pravo on Monday.", "Old Pravo"),
        ("Norland and Sudria held talks in Castrel after shells fell on the town of Pravo.", "Castrel"),
        ("Norland and Sudria met in Pravo, a northern port, on Monday.", "Pravo"),
        ("The mayor of the town of Pravo praised the talks of Norland and Sudria on Monday.", None),
    ],
)
def test_a_town_in_no_gazetteer_is_known_by_what_it_is_called(text: str, place: str | None) -> None:
    assert [mention.place for mention in mentions(text)] == [place]


def test_where_an_envoy_is_sent_to_is_no_place_of_a_meeting() -> None:
    text = "Delgast met Pierin Catz, the Helvarian envoy to Sudria, on Tuesday."

    assert [mention.place for mention in mentions(text)] == [None]
