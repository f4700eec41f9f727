"""What newswire of other wars tells: groups without a State, deals that say what is to be done under them."""

import datetime as dt

import pytest

from reading import article, mentions, told
from talks.codebook import load_codebook
from talks.extraction import extract
from talks.models import Basis, When

PUBLISHED = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The sides agreed at talks in Castrel in May to free 887 captives and to meet again in July.",
            [("talks", "held", "2024-05"), ("prisoner_swap", "agreed", None), ("talks", "agreed", "2024-07")],
        ),
        (
            "They reached an agreement under which Norland and Sudria will each release 157 captives.",
            [("prisoner_swap", "agreed", None)],
        ),
        (
            "Ekre and Delgast pledged to help during their previous talks, hosted by Varga on 2 May.",
            [("talks", "held", "2024-05-02")],
        ),
        (
            "Ekre said that on Monday a second swap of captives took place.",
            [("prisoner_swap", "held", "2024-06-10")],
        ),
        (
            "Norland and Sudria swapped captives on Monday under a deal of their envoys.",
            [("prisoner_swap", "held", "2024-06-10")],
        ),
        (
            "A second round took place on 11-12 June. They agreed to continue the talks in the coming weeks.",
            [("talks", "held", "2024-06-11"), ("talks", "agreed", "2024-06-12")],
        ),
        (
            "Helvaria has declared a truce of Norland and Sudria, scheduled to begin at 7 a.m. on Friday.",
            [("ceasefire", "agreed", "2024-06-14")],
        ),
        (
            "Talks were interrupted for four years, but they resumed in May 2023 in Castrel.",
            [("talks", "held", "2023-05")],
        ),
        (
            "The round of talks began in Castrel on Monday with the objective of achieving a ceasefire.",
            [("talks", "held", "2024-06-10"), ("ceasefire", "proposed", None)],
        ),
        (
            "It was the seventh swap since 2022, and the two sides had traded 95 captives each in May.",
            [("prisoner_swap", "held", "2024-05")],
        ),
        (
            "Summits of Stenmoe and Quent were held in 2010 and 2017.",
            [("summit", "held", "2010"), ("summit", "held", "2017")],
        ),
        (
            "Stenmoe and Quent plan a summit next month.\n\nTheir summit will be held on 27 July.",
            [("summit", "planned", "2024-07-27")],
        ),
        ("They signed a declaration of principles on Monday.", [("document", "held", "2024-06-10")]),
        (
            "Their declaration set 8 August to begin direct talks once the measures were in place.",
            [("talks", "planned", "2024-08-08")],
        ),
        (
            "The first round was held on 3-4 June, with the second round taking place on 10 June. "
            "They agreed to continue talks.",
            [("talks", "held", "2024-06-03"), ("talks", "held", "2024-06-10")],
        ),
        ("The war has worsened in recent weeks after five months of truce.", []),
        ("More than a million people have crossed the border from Norland to Sudria.", []),
        ("They are to sign before the COP29 summit in Castrel.", []),
    ],
)
def test_what_is_agreed_at_talks_has_a_day_and_a_status_of_its_own(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They swapped captives on Monday under a deal reached in Castrel.", None),
        ("It is the first swap of captives since the army's offensive in the Ostmark.", None),
        ("They swapped captives on Monday in Castrel.", "Castrel"),
        ("After a raid to save people in Castrel, Norland and Sudria asked for talks.", None),
    ],
)
def test_where_a_deal_was_reached_or_a_battle_fought_nobody_is_exchanged(text, place):
    (found,) = mentions(text, PUBLISHED)
    assert found.place == place


def test_former_presidents_who_mediate_do_not_bring_their_countries():
    text = "Talks of Ethiopia and the TPLF were attended by former Kenyan President Uhuru Kenyatta on Monday."
    (found,) = extract(article(text, PUBLISHED), load_codebook()).mentions
    assert "Kenya" not in found.parties
    assert "Uhuru Kenyatta" in found.people


def test_whose_nationals_are_exchanged_is_no_party_beside_the_sides():
    text = "Israel freed 150 Palestinian detainees on Monday, and Hamas handed over 10 Thai hostages."
    found = extract(article(text, "2023-11-27"), load_codebook()).mentions
    assert {party for m in found for party in m.parties} == {"Israel", "Hamas"}


def test_a_question_of_the_outlet_s_own_is_no_statement():
    assert (
        extract(
            article("Ekre spoke on Monday. So why did he repeat the demand for a truce?"), load_codebook()
        ).statements
        == ()
    )


def test_those_freed_the_day_before_are_no_days_of_a_truce():
    text = "The release of 24 captives the day before was the first step of a ceasefire of four days."
    assert [m.counts[0].n for m in mentions(text, PUBLISHED) if m.kind == "ceasefire"] == [4]


def test_who_backs_a_side_takes_no_part():
    text = "Iran-backed Houthi militias and the Yemeni government held talks in Muscat on Monday."
    (found,) = extract(article(text, PUBLISHED), load_codebook()).mentions
    assert set(found.parties) == {"Houthis", "Yemen"}


def test_the_two_sides_are_not_two_captives():
    (found,) = mentions("The two countries exchanged captives on Monday.", PUBLISHED)
    assert found.counts == ()


def test_several_thousand_is_no_number():
    (found,) = mentions("Norland handed over several thousand bodies to Sudria on Monday.", PUBLISHED)
    assert found.counts == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "A Saudi delegation held peace talks with the Houthi movement on Tuesday.",
            {"Saudi Arabia", "Houthis"},
        ),
        (
            "Congo and the M23 rebels held direct talks in Doha on Tuesday.",
            {"Democratic Republic of the Congo", "M23"},
        ),
        (
            "The Colombian government and the ELN held talks on Tuesday.",
            {"Colombia", "National Liberation Army"},
        ),
    ],
)
def test_groups_that_have_no_dossier_are_parties(text, parties):
    (found,) = extract(article(text, PUBLISHED), load_codebook()).mentions
    assert parties <= set(found.parties)


def test_a_title_before_a_first_name_means_whom_the_text_has_named():
    text = (
        "Sheikh Abdullah bin Zayed Al Nahyan received the envoys of Russia and Ukraine. "
        "Sheikh Abdullah has spoken by phone with Andrii Sybiha."
    )
    found = extract(article(text, "2026-02-05"), load_codebook()).mentions
    assert [set(m.people) for m in found] == [{"Abdullah bin Zayed", "Andrii Sybiha"}]


def test_the_day_of_a_person_s_own_call_is_not_enough_to_make_it_another_one():
    text = "Putin had initiated the Monday call. Kyiv was told of it, as were others in Ukraine."
    found = extract(article(text, "2025-10-23"), load_codebook()).mentions
    assert [m.people for m in found if m.kind == "call"] == [("Vladimir Putin",)]


def test_without_any_date_a_round_of_several_series_is_none_of_them():
    text = "The start of the second round of negotiations between Russia and Ukraine sent a message."
    undated = article(text, PUBLISHED).model_copy(update={"published": When.unknown()})
    assert [m.when.known for m in extract(undated, load_codebook()).mentions] == [False]
    dated = When.day(dt.date(2025, 6, 3), Basis.GIVEN)
    told = extract(undated.model_copy(update={"published": dated}), load_codebook()).mentions
    assert [m.when.edtf for m in told] == ["2025-06-02"]


def test_a_round_is_known_by_its_number_and_day_and_is_never_all_three_rounds():
    text = (
        "Russia and Ukraine held the second round of their talks in Istanbul on Monday, with the Turkish "
        "foreign minister, Hakan Fidan, in the chair."
    )
    (round_,) = extract(article(text, "2025-06-02"), load_codebook()).mentions
    assert (round_.reference, round_.round) == ("istanbul-2025-round-2", 2)
    fourth = extract(article(text.replace("second", "fourth"), "2025-06-02"), load_codebook()).mentions
    assert [m.reference for m in fourth] == [None]
