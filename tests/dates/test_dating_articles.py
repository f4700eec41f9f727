"""When an article without a date was published, by what it tells."""

from __future__ import annotations

import datetime as dt

import pytest

from talks.codebook.dossier import Reference
from talks.dates import DateGrammar
from talks.dating import Background, ReferenceIndex, date_article
from talks.dating.terms import TermIndex
from talks.models import Basis

BODY = "The envoys of Norland and Sudria met again, and nothing came of it.\n" * 12


def _happening(name: str, since: str, until: str | None = None, **told: object) -> Reference:
    fields = {"id": name, "from": since, "until": until, "names": [name], **told}
    return Reference.model_validate(fields)


SIDES = ["Norland", "Sudria"]
REFERENCES = (
    _happening("start of the war", "2023-10-03"),
    _happening(
        "first Castrel round",
        "2024-02-12",
        "2024-02-13",
        place="Castrel",
        parties=SIDES,
        names=["first Castrel round", "Castrel talks"],
    ),
    _happening(
        "second Castrel round",
        "2024-03-11",
        "2024-03-12",
        place="Castrel",
        parties=SIDES,
        names=["second Castrel round", "Castrel talks"],
    ),
    _happening("Tresk exchange", "2024-05-03", place="Tresk"),
    _happening("resignation of Basaran", "2024-05-14"),
    _happening("Harvik forum", "2024-06-20", "2024-06-22"),
    _happening("grain conference", "2024-07-17", kind="meeting", parties=SIDES),  # a Wednesday
    _happening(
        "Dravo meeting",
        "2024-08-08",  # a Thursday
        kind="summit",
        place="Dravo",
        people=["Halvard Stenmoe", "Marisela Quent"],
    ),
    _happening("harvest blackout", "2024-09-11"),
    _happening(
        "Belmora summit", "2024-11-01", "2024-11-05", kind="summit", status="cancelled", parties=SIDES
    ),
    _happening(
        "Vessel exchange",
        "2024-10-03",  # a Thursday
        kind="prisoner_swap",
        counts=[{"n": 207, "of": "prisoners"}, {"n": 195, "of": "prisoners"}],
    ),
)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            "Ask regretted on Thursday what the second Castrel round had agreed two days earlier.",
            "2024-03-14",
        ),
        ("She was sworn in this morning, a day after Basaran had handed in his resignation.", "2024-05-15"),
        ("The ministers meet on the margins of the ongoing Harvik forum.", "2024-06-20/2024-06-22"),
        ("The Tresk exchange was completed last weekend, Ekre said on Tuesday.", "2024-05-07/2024-05-08"),
        ("The recent Tresk exchange pleased Sudria.", "2024-05"),
        ("Ask welcomed the recent deal to hold the Tresk exchange.", "2024-04"),
        (
            "After the second Castrel round Ask proposed on Wednesday to meet next Monday, 25 March.",
            "2024-03-20/2024-03-21",
        ),
        (
            "Weeks after the Tresk exchange nothing is likely before the end of May, she said on Monday.",
            "2024-05",
        ),
        ("Helvaria is hosting the grain conference on Wednesday to end the quarrel.", "2024-07-17"),
        ("The envoys will attend the grain conference on Wednesday.", "2024-07-14/2024-07-17"),
        ("The grain conference ended on Wednesday without result.", "2024-07-17/2024-07-18"),
        ("The envoys rested on Tuesday, one day ahead of the grain conference.", "2024-07-16"),
        (
            "Stenmoe waits with his ministers for the delegation of Sudria at the lake in Harvik, "
            "Monday, 5 August 2024, as others look on.\nEkre spoke of progress on Wednesday.",
            "2024-08-07/2024-08-08",
        ),
        ("Stenmoe met Quent in Dravo on Thursday, and the two shook hands.", "2024-08-08/2024-08-09"),
        (
            "The idea came up after Stenmoe had met the other president in Dravo. No meeting is likely "
            "before the end of August, Ekre said this week.",
            "2024-08",
        ),
        ("The accusation came hours after the Tresk exchange, she said on Friday.", "2024-05-03/2024-05-04"),
        (
            "The harvest blackout followed the forum. A new round is planned for 27 September 2024, "
            "Ekre said on Monday.",
            "2024-09",
        ),
        (
            "The Tresk exchange was completed. Ekre spoke of relief on Friday, and of more on Saturday.",
            "2024-05-04",
        ),
        (
            "The Tresk exchange was completed. Ekre spoke of relief on Friday. "
            "He will be in Castrel on Monday.",
            "2024-05-03/2024-05-04",
        ),
        (
            "The second Castrel round was held on 12 March 2024. Ekre was tired on Wednesday. The round was "
            "agreed at the Tresk exchange, scheduled for 14 March 2024.",
            "2024-03-13/2024-03-14",
        ),
        ("The second Castrel round is over. Ekre announced it today, March 12, on the steps.", "2024-03-12"),
        (
            "Two hundred and seven men came home, Ekre said on Thursday.\nSudria counted 195.",
            "2024-10-03/2024-10-04",
        ),
        ("Stenmoe and Quent shook hands on a pier, Ekre told reporters on Friday.", "2024-08-09/2024-08-10"),
        (
            "Will the second Castrel round begin on 12 March? Nobody knew on Monday, Ekre said.",
            "2024-03-11/2024-03-12",
        ),
        (
            "DRAVO (Polder) — The handshake of the presidents was long, Ekre said on Thursday.",
            "2024-08-08/2024-08-09",
        ),
        (
            "Ekre said on Monday that nobody spoke of the Belmora summit any more.",
            "2024-11-04/2024-11-05",
        ),
        ("The Harvik forum was over a month ago.", "2024-07-20/2024-08-11"),
        ("On 10–11 March Ekre travelled. The second Castrel round was over on Wednesday.", "2024-03-13"),
        ("HARVIK, June 26 (Lakeside) - The Harvik forum ended on Saturday, Ekre said.", "2024-06-26"),
        (
            "Ask drew a line on Friday under the Tresk exchange.\nThe sides went home.",
            "2024-05-03/2024-05-04",
        ),
        (
            "Officials said on 11 September that the lights were on again after the harvest blackout.",
            "2024-09-11/2024-09-12",
        ),
    ],
)
def test_an_undated_article_is_pinned_down_by_what_it_tells(
    text: str, edtf: str, grammar: DateGrammar
) -> None:
    when = date_article(text, grammar=grammar, background=Background.knowing(REFERENCES, grammar))
    assert (when.edtf, when.basis) == (edtf, Basis.INFERRED)


@pytest.mark.parametrize(
    ("head", "body", "edtf"),
    [
        ("Harvik News08-05-2024", "The Tresk exchange was completed last week, Ekre said.", "2024-05-08"),
        ("05/08/2024", "The Tresk exchange was completed last week, Ekre said.", "2024-05-08"),
        ("05/08/2024", "Ekre saw no progress.", None),
        ("05/08/2024", "The Tresk exchange was completed.\n06/08/2024", None),
    ],
)
def test_what_an_article_tells_says_which_number_of_its_date_is_the_month(
    head: str, body: str, edtf: str | None, grammar: DateGrammar
) -> None:
    background = Background.knowing(REFERENCES, grammar)
    assert date_article(f"{head}\n{body}", grammar=grammar, background=background).edtf == edtf


COUNTRIES = {"Castrel": "Helvaria", "Tresk": "Helvaria"}
CALLED = {"Norland": "Norland", "Norlandic": "Norland", "Sudria": "Sudria", "Helvaria": "Helvaria"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Envoys of Norland and Sudria met in Castrel.", ["first Castrel round", "second Castrel round"]),
        (
            "Norlandic envoys met those of Sudria in Helvaria.",
            ["first Castrel round", "second Castrel round"],
        ),
        ("Envoys of Norland met in Castrel.", []),
        ("Norland and Sudria met envoys of Helvaria.", []),
    ],
)
def test_an_encounter_is_known_by_where_it_was_and_who_was_there(
    text: str, found: list[str], grammar: DateGrammar
) -> None:
    talks = [reference.model_copy(update={"kind": "talks"}) for reference in REFERENCES]
    index = ReferenceIndex.of(talks, grammar, sides=CALLED, countries=COUNTRIES)
    assert [reference.id for reference in index.seated(text)] == found


def test_the_days_that_a_war_has_lasted_are_counted(grammar: DateGrammar) -> None:
    war = Background(
        ReferenceIndex.of(REFERENCES, grammar), TermIndex(), dt.date(2023, 10, 3), dt.date(2025, 1, 1)
    )
    when = date_article(
        "Today is nothing new. For 82 days of the war they have talked.", grammar=grammar, background=war
    )
    assert when.earliest == dt.date(2023, 12, 22)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Rounds were held in Castrel on 12 February 2024 and 11 March 2024, and an exchange on 3 May 2024.",
        "The war began in 2023. The Tresk exchange took place in 2024.",
        "Ekre said on Thursday that he was tired.",
        "On 4 February she spoke of progress. The war began on 3 October 2023.",
        "The youth team plays on Saturday, and then at the end of August.",
        "Ekre said on Wednesday that the grain conference was of no use.",
        "Ask said on Wednesday that she was ready for the grain conference.",
        "Stenmoe and Quent both spoke on Thursday.",
        "Ask welcomed on Thursday the deal to hold the Tresk exchange, which had pleased her.",
        "The walkout on Wednesday recalled the grain conference and the Tresk exchange.",
    ],
)
def test_a_text_without_a_hook_stays_unknown(text: str, grammar: DateGrammar) -> None:
    assert not date_article(text, grammar=grammar, background=Background.knowing(REFERENCES, grammar)).known


def test_a_place_is_named_by_whole_words(grammar: DateGrammar) -> None:
    index = ReferenceIndex.of(REFERENCES, grammar)
    assert [reference.id for reference in index.placed("They met near Tresk's gate.")] == ["Tresk exchange"]
    assert index.placed("The Treskow family left.") == []


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the second Castrel round", "2024-03-11/2024-03-12"),
        ("Basaran had handed in his resignation", "2024-05-14"),
        ("the Castrel talks", None),
        ("the walkout", None),
    ],
)
def test_a_happening_is_recognised_by_its_words_if_it_is_the_only_one(
    words: str, edtf: str | None, grammar: DateGrammar
) -> None:
    when = ReferenceIndex.of(REFERENCES, grammar).resolve(words)
    assert (when.edtf if when else None) == edtf
