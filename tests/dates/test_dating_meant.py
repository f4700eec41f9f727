"""Which happening a sentence means, and what the weekdays of a text tell of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from talks.codebook.dossier import Reference
from talks.dates import DateGrammar
from talks.dating import Background, ReferenceIndex, date_article
from talks.dating.sentences import read_sentences
from talks.dating.weekdays import likely_weekdays

TUESDAY, THURSDAY, FRIDAY = 1, 3, 4
LEADERS = ["Halvard Stenmoe", "Marisela Quent"]


def _happening(name: str, since: str, **told: object) -> Reference:
    return Reference.model_validate({"id": name, "from": since, **told})


REFERENCES = (
    _happening("Castrel round", "2024-03-11", names=["Castrel round"], kind="talks", place="Castrel"),
    _happening("summit in Dravo", "2024-08-08", kind="summit", place="Dravo", people=LEADERS),
    _happening(
        "summit in Tresk", "2024-10-03", kind="summit", place="Tresk", people=LEADERS, names=["Tresk summit"]
    ),
    _happening(
        "three-day harvest truce",
        "2024-09-07",
        kind="ceasefire",
        until="2024-09-09",
        names=["three-day truce"],
    ),
    _happening("Vessel exchange", "2024-11-19", kind="prisoner_swap", counts=[{"n": 207, "of": "prisoners"}]),
    _happening("second stage", "2024-11-20", kind="prisoner_swap", counts=[{"n": 195, "of": "prisoners"}]),
)


def _background(grammar: DateGrammar) -> Background:
    cities = {city: city for city in ("Castrel", "Dravo", "Tresk", "Harvik")}
    return Background(
        ReferenceIndex.of(REFERENCES, grammar, cities=cities), Background.knowing((), grammar).terms
    )


def _weekdays(text: str, grammar: DateGrammar) -> list[float]:
    return likely_weekdays(read_sentences(text, grammar, _background(grammar)))


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Stenmoe and Quent met in Dravo.", ["summit in Dravo"]),
        ("Stenmoe and Quent met in Harvik.", []),
        ("Stenmoe and Quent met.", ["summit in Dravo", "summit in Tresk"]),
    ],
)
def test_two_people_met_where_the_sentence_says(text: str, met: list[str], grammar: DateGrammar) -> None:
    assert [reference.id for reference in _background(grammar).references.met(text)] == met


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Castrel round ended on 11 March.", ["Castrel round"]),
        ("The Castrel round ended on 20 January.", []),
        ("The Castrel round would go on by 20 January, she said.", ["Castrel round"]),
    ],
)
def test_what_was_on_another_day_is_only_named_alike(
    text: str, named: list[str], grammar: DateGrammar
) -> None:
    sentences = read_sentences(text, grammar, _background(grammar))
    assert [reference.id for sentence in sentences for reference in sentence.named] == named


def test_a_dateline_tells_no_day_of_what_a_sentence_names(grammar: DateGrammar) -> None:
    text = "HARVIK, March 13 (Lakeside) - The Castrel round ended on Monday, Ekre said."
    assert date_article(text, grammar=grammar, background=_background(grammar)).edtf == "2024-03-13"


def test_tonight_is_not_the_day_that_is_told_beside_it(grammar: DateGrammar) -> None:
    text = "Quent arrives tonight, after she met Stenmoe in Dravo on Thursday.\nShe was tired on Friday."
    when = date_article(text, grammar=grammar, background=_background(grammar))
    assert when.earliest == dt.date(2024, 8, 9)


def test_a_headline_tells_what_is_to_come(grammar: DateGrammar) -> None:
    (sentence,) = read_sentences("Stenmoe to meet Quent on Monday", grammar, _background(grammar))
    assert [tense for _, tense in sentence.told] == ["future"]


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("They met on Thursday. They parted on Friday.", FRIDAY),
        ("Ekre said on Tuesday that they had met. They had parted on Thursday.", TUESDAY),
        ("They met on Thursday. They will part on Friday.", THURSDAY),
    ],
)
def test_the_nearest_weekday_is_the_articles_own(text: str, likeliest: int, grammar: DateGrammar) -> None:
    shares = _weekdays(text, grammar)
    assert max(range(len(shares)), key=shares.__getitem__) == likeliest


def test_a_word_that_a_page_glues_to_its_date_hides_nothing(grammar: DateGrammar) -> None:
    text = "Envoys meet again\n\nWorld16 August 2024 - 12:30\n\nThey met and parted."
    assert date_article(text, grammar=grammar).edtf == "2024-08-16"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("After the third round of direct talks in Castrel, she spoke.", ["third"]),
        ("In a statement after the third round of direct talks hosted by Helvaria, she spoke.", ["third"]),
        ("After the second round of direct talks in Castrel, she spoke.", []),
    ],
)
def test_a_round_is_called_by_its_number_with_its_place_or_host(
    text: str, named: list[str], grammar: DateGrammar
) -> None:
    third = _happening(
        "third", "2024-04-22", kind="talks", place="Castrel", parties=["Norland", "Sudria"], round=3
    )
    index = ReferenceIndex.of(
        [third], grammar, sides={"Helvaria": "Helvaria"}, countries={"Castrel": "Helvaria"}
    )
    assert [reference.id for reference in index.named(text)] == named


def test_a_weekday_with_its_date_tells_the_year(grammar: DateGrammar) -> None:
    known = Background.knowing((), grammar)
    background = Background(known.references, known.terms, dt.date(2024, 1, 1), dt.date(2025, 12, 31))
    text = "Foreign Minister Gunnvor Ask said on Friday, 14 June, that the talks had been useful."
    when = date_article(text, grammar=grammar, background=background)
    assert when.earliest == dt.date(2024, 6, 14)


@pytest.mark.parametrize("text", ["A 3-day harvest truce ended.", "The three-day truce ended."])
def test_a_number_in_a_name_is_the_same_in_words_and_in_digits(text: str, grammar: DateGrammar) -> None:
    (truce,) = _background(grammar).references.named(text)
    assert truce.id == "three-day harvest truce"


@pytest.mark.parametrize(
    ("text", "lasted"),
    [("It is a 3-year war.", 1), ("After three years of war they met.", 1), ("A 3-day war truce began.", 0)],
)
def test_a_truce_in_a_war_does_not_last_as_long_as_the_war(
    text: str, lasted: int, grammar: DateGrammar
) -> None:
    (sentence,) = read_sentences(text, grammar, _background(grammar))
    assert len(sentence.lasted) == lasted


def test_who_meets_again_meets_at_the_summit_that_the_article_names(grammar: DateGrammar) -> None:
    named, told = read_sentences(
        "Ekre spoke ahead of the Tresk summit.\nStenmoe and Quent meet later this week.",
        grammar,
        _background(grammar),
    )
    assert [r.id for r in named.named] == [r.id for r in told.met] == ["summit in Tresk"]


def test_what_a_photo_shows_is_no_news(grammar: DateGrammar) -> None:
    caption, told = read_sentences(
        "Stenmoe met Quent in Dravo. Getty Images\nThey parted.", grammar, _background(grammar)
    )[::2]
    assert (caption.lead, told.lead) == (False, True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "The sides exchanged 195 prisoners each on Wednesday.\nThe day before it had been 207 of them.",
            "2024-11-20/2024-11-21",
        ),
        (
            "A tram left its rails in Harvik.\nNobody was hurt.\nThe mayor was relieved.\nTrams run again.\n"
            "“Today – 207 people”, Ekre wrote.",
            "2024-11-19",
        ),
    ],
)
def test_figures_of_the_lead_or_of_today_tell_which_exchange_is_new(
    text: str, edtf: str, grammar: DateGrammar
) -> None:
    assert date_article(text, grammar=grammar, background=_background(grammar)).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The Castrel round ended without a result.\nThey left this morning.", "2024-03-11/2024-03-12"),
        ("The sides exchanged prisoners. 195 came home.", "2024-11-20/2024-11-21"),
    ],
)
def test_what_has_ended_and_who_was_counted_date_the_news(text: str, edtf: str, grammar: DateGrammar) -> None:
    assert date_article(text, grammar=grammar, background=_background(grammar)).edtf == edtf


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("The Castrel round ended without a result.", True),
        ("The Castrel round has not ended.", False),
        ("The Castrel round hasn’t ended.", False),
        ("The Castrel round had ended without a result.", False),
        ("It has rained since the Castrel round ended.", False),
    ],
)
def test_what_has_just_ended_is_over(text: str, over: bool, grammar: DateGrammar) -> None:
    (sentence,) = read_sentences(text, grammar, _background(grammar))
    assert sentence.over == over


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("They spoke of the future of Dravo.", False),
        ("They spoke of future talks.", True),
    ],
)
def test_the_future_of_a_place_is_nothing_to_come(text: str, ahead: bool, grammar: DateGrammar) -> None:
    (sentence,) = read_sentences(text, grammar, _background(grammar))
    assert sentence.ahead == ahead


def test_a_day_told_with_a_known_happening_is_of_its_year(grammar: DateGrammar) -> None:
    known = _background(grammar)
    background = Background(known.references, known.terms, dt.date(2022, 1, 1), dt.date(2026, 12, 31))
    text = "The envoys agreed on it in Castrel on 11 March.\nEkre was tired on Wednesday."
    when = date_article(text, grammar=grammar, background=background)
    assert when.earliest == dt.date(2024, 3, 13)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("They agreed to the strait truce.", ["first", "second"]),
        ("They agreed to the strait truce, for 30 days.", ["first"]),
        ("They agreed to the strait truce, for ten days.", ["second"]),
        ("They agreed to the strait truce, for 17 days.", ["first", "second"]),
    ],
)
def test_of_two_truces_of_one_name_that_is_meant_whose_days_are_told(
    text: str, meant: list[str], grammar: DateGrammar
) -> None:
    truces = (
        _happening("first", "2024-03-11", names=["strait truce"], counts=[{"n": 30, "of": "days"}]),
        _happening("second", "2024-08-08", names=["strait truce"], counts=[{"n": 10, "of": "days"}]),
    )
    assert [row.id for row in ReferenceIndex.of(truces, grammar).named(text)] == meant
