"""What the dossier knows of a day and a place goes before the sides of the war, whom nobody named."""

import pytest

from reading import mentions
from talks import extract

ABSENT = " Russia was not there; Ukraine was."


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Talks on the war ended in Geneva on 23 November 2025.", {"United States", "Ukraine"}),
        ("Talks on the war ended in Istanbul on 2 June 2025.", {"Russia", "Ukraine"}),
        ("Talks on the war ended in Oslo on 23 November 2025.", {"Russia", "Ukraine"}),
    ],
)
def test_talks_of_a_known_day_and_place_are_of_those_who_held_them(text, parties):
    found = [m for m in extract(text + ABSENT, published="2025-11-24").mentions if m.kind == "talks"]
    assert [parties <= set(mention.parties) for mention in found] == [True]


@pytest.mark.parametrize(
    ("text", "published", "date", "place"),
    [
        (
            "The third round of talks of Russia and Ukraine ended on Monday. The guards were from Belarus.",
            "2022-03-07",
            "2022-03-07",
            "Belarus",
        ),
        (
            "Days before, the first direct talks of Russia and Ukraine since 2022 were held in Istanbul.",
            "2025-05-19",  # the series of rounds, which goes on, is known as one only later
            "2025-05-16",
            "Istanbul",
        ),
        (
            "Donald Trump met Volodymyr Zelensky in St Peter’s Basilica on Saturday." + ABSENT,
            "2025-04-28",
            "2025-04-26",
            "Vatican",
        ),
        (
            "The first round of talks of Russia and Ukraine two weeks ago in Istanbul brought no truce.",
            "2025-05-31",
            "2025-05-16",
            "Istanbul",
        ),
        (
            "The Rubio-Lavrov call went well, the Kremlin said. It spoke of Russia, Ukraine and Budapest.",
            None,
            "2025-10-20",
            None,
        ),
    ],
)
def test_what_is_known_of_a_happening_completes_what_the_article_names(text, published, date, place):
    found = extract(text, published=published).mentions
    assert [(m.when.date, m.place) for m in found] == [(date, place)]


IRAN = "Iran and the United States went on to talks of experts. Iran wants the sanctions of the US lifted. "


def test_talks_of_two_others_are_not_of_sides_named_in_passing():
    aside = " Israel and Hamas are at war; Iran and the US are not."
    text = f"{IRAN * 2}The talks were held in Muscat on Saturday.{aside}"
    found = [m for m in extract(text, published="2025-04-28").mentions if m.place == "Muscat"]
    assert [mention.parties for mention in found] == [()]


def test_what_the_dossier_knows_of_two_people_long_before_is_not_what_they_did_now():
    text = "Helvaria's envoy Claudine Oberholt has spoken with Gunnvor Ask."
    assert all(m.when.date is None for m in mentions(text, "2024-11-12"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A spokesman was content after the talks in Istanbul on 23 July 2025.", [("talks", 3)]),
        ("Medinsky and Umerov met in Istanbul on 23 July 2025.", [("meeting", None)]),
    ],
)
def test_talks_of_a_day_are_the_round_and_not_what_two_held_beside_it(text, told):
    found = extract(text + ABSENT, published="2025-07-24").mentions
    assert [(mention.kind, mention.round) for mention in found] == told


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On February 18, Marco Rubio and Sergei Lavrov met in Saudi Arabia.", "2025-02-18"),
        (
            "On February 18, Marco Rubio and Sergei Lavrov met in Oslo.",
            "2026-02-18",
        ),  # no such place is known
        ("On February 18, 2026, Marco Rubio and Sergei Lavrov met in Saudi Arabia.", "2026-02-18"),
        ("On February 18, Norway and Sweden held talks in Saudi Arabia.", "2026-02-18"),
        ("Marco Rubio and Sergei Lavrov met in Saudi Arabia on Wednesday.", "2026-02-18"),
    ],
)
def test_an_encounter_told_by_its_day_alone_is_of_the_year_in_which_it_is_known(text, date):
    found = extract(text + ABSENT, published="2026-02-18").mentions
    assert [mention.when.edtf for mention in found][:1] == [date]
