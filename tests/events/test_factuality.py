"""What has not been is not told as held: denied, doubted, wanted, put off, fallen through, still to come."""

import pytest

from reading import mentions


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.kind, m.status.value, m.when.edtf) for m in mentions(text, "2024-06-12")]


@pytest.mark.parametrize(
    "text",
    [
        "Delgast denied that Norland and Sudria had held secret talks in Vasrum on Saturday.",
        "Quent rejected reports that she had met Stenmoe on Monday.",
        "Ekre dismissed as fake the news that the two presidents had spoken by phone on Friday.",
        "State television falsely reported that Norland and Sudria swapped 200 prisoners on Monday.",
        "Nobody believes that a ceasefire began on Sunday.",
        "There were no talks on Friday.",
        "There have been no face-to-face negotiations since April.",
        "Norland and Sudria did not hold talks in Castrel on 22 April.",
        "The two sides were unable to agree on a ceasefire.",
        "They parted in Castrel without agreeing to a ceasefire.",
        "The sides almost reached an agreement.",
        "Norland may pull out of the secret talks, Ekre said.",
        "Norland threatened to suspend the secret talks.",
        "The secret meeting of Ask and Delgast could be called off.",
        "Stenmoe held a secret meeting with his generals on Monday.",
        "Traffic through the strait remains nearly as tightly throttled.",
        "Had the truce held, Norland and Sudria would have freed 300 prisoners in June.",
        "If the truce had held, Norland would have freed 300 prisoners in June.",
        "Norland would have freed 300 prisoners on Monday if Ekre had not fallen ill.",
        "62 percent of Sudrians oppose a truce with Norland.",
        "In Sudria, 20 per cent of respondents support a truce with Norland.",
    ],
)
def test_what_has_not_been_is_no_happening(text):
    assert [row for row in told(text) if row[0] not in ("talks", "meeting") or "secret" in text] == []


@pytest.mark.parametrize(
    ("text", "status", "edtf"),
    [
        ("The talks did not take place on Friday.", "cancelled", "2024-06-07"),
        ("Talks that were due to be held on Friday never happened.", "cancelled", "2024-06-07"),
        ("The truce, which was to begin at midnight, never started.", "cancelled", None),
        ("They were to hold talks in Castrel on Monday, but Sudria did not come.", "cancelled", "2024-06-10"),
        ("The talks planned for next week have been cancelled.", "cancelled", "2024-06-17/2024-06-23"),
        ("Talks of the two delegations failed to take place on Monday.", "cancelled", "2024-06-10"),
        ("Nothing came of the talks planned for Monday in Castrel.", "cancelled", "2024-06-10"),
        ("What they did agree on recently is an exchange of 1,000 prisoners.", "agreed", None),
        ("Under the plan, Norland and Sudria would exchange 1,200 prisoners.", "proposed", None),
        ("Harvik expects a prisoner exchange on Friday.", "planned", "2024-06-14"),
        (
            "There is no agreement regarding the place and date of the next round of talks.",
            "unscheduled",
            None,
        ),
        ("There is no precise timeframe for organising a meeting of Stenmoe and Quent.", "unscheduled", None),
        ("The planned negotiations on the strait have been postponed.", "unscheduled", None),
        ("The talks were postponed to Saturday.", "planned", "2024-06-15"),
        ("The talks were postponed until next Tuesday.", "planned", "2024-06-18"),
        ("The talks planned for today have been postponed until next Tuesday.", "planned", "2024-06-18"),
        ("The talks have been put off indefinitely.", "unscheduled", None),
        ("The second round of talks was rescheduled from Sunday to Friday.", "planned", "2024-06-21"),
        (
            "The talks that were meant to take place on Sunday have been moved to Friday.",
            "planned",
            "2024-06-14",
        ),
        ("Ekre explained the postponement of the second round of talks.", "unscheduled", None),
        ("Citadel confirms talks with Sudria in Castrel this week.", "planned", "2024-06-10/2024-06-16"),
        ("The two sides will on Friday exchange prisoners.", "planned", "2024-06-14"),
        ("Norland and Sudria will on Friday hold talks.", "planned", "2024-06-14"),
        ("Norland and Sudria could next week hold talks.", "proposed", "2024-06-17/2024-06-23"),
        ("The two sides have today exchanged prisoners.", "held", "2024-06-12"),
        ("Norland pulled out of the talks on Monday.", "paused", "2024-06-10"),
        ("Nothing is in the diary for direct talks with Sudria.", "unscheduled", None),
        ("Ask saw no point in talks at the moment.", "rejected", None),
        ("Varga proposed a truce of a month, which both sides quickly rejected.", "rejected", None),
        ("Varga threatened sanctions if Quent did not agree to a ceasefire.", "proposed", None),
        ("Sudria must agree to a ceasefire, Ask said.", "proposed", None),
        ("Varga urged Quent to agree to a ceasefire.", "proposed", None),
        ("The sides are close to a ceasefire deal.", "proposed", None),
        ("Both sides agreed to halt strikes on power plants.", "agreed", None),
        ("Delgast is ready to go to Castrel for the third round.", "proposed", None),
        ("Varga offered to assist in negotiations.", "proposed", None),
        ("The two sides are set to begin talks next week.", "planned", "2024-06-17/2024-06-23"),
        ("Talks were supposed to begin on Friday in Castrel.", "planned", "2024-06-14"),
        ("The truce takes effect on Friday.", "agreed", "2024-06-14"),
        ("Norland and Sudria have been negotiating since Monday.", "ongoing", "2024-06-10"),
        ("Norland was able to return 207 people from captivity.", "held", None),
    ],
)
def test_what_became_of_it(text, status, edtf):
    assert [(s, d) for _, s, d in told(text)] == [(status, edtf)]


def test_a_summit_of_two_is_not_the_one_that_three_are_to_hold():
    text = (
        "Stenmoe and Varga met in Castrel on Monday. "
        "The idea of a summit of Stenmoe and Quent emerged after the talks."
    )
    held = [m for m in mentions(text, "2024-06-12") if m.status.value == "held"]
    assert [set(m.people) for m in held] == [{"Halvard Stenmoe", "Anselm Varga"}]


def test_a_document_takes_the_day_of_the_talks_at_which_it_was_handed_over():
    text = "The delegations held talks in Castrel on Monday. Norland handed over a list of 86 prisoners."
    document = next(m for m in mentions(text, "2024-06-12") if m.kind == "document")
    assert (document.when.edtf, document.when.basis.value, document.place) == (
        "2024-06-10",
        "inferred",
        "Castrel",
    )


def test_a_day_of_a_past_year_is_of_the_year_that_was_told():
    text = (
        "The war began in June 2022. Delegations of Norland and Sudria first met in Castrel on 28 June, "
        "and a second round was held there on 3 July."
    )
    assert [d for kind, _, d in told(text) if kind == "talks"] == ["2022-06-28", "2022-07-03"]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        (
            "Sudria on Monday completed the exchange of prisoners that was agreed in May.",
            "held",
            "2024-06-10",
        ),
        (
            "Sudria on Monday completed the return of Norlandic war dead that was agreed.",
            "held",
            "2024-06-10",
        ),
        ("Sudria will complete the swap agreed in Castrel on Friday.", "agreed", "2024-06-14"),
    ],
)
def test_what_was_completed_is_done_whatever_was_agreed_of_it(text, status, date):
    [found] = mentions(text)
    assert (found.status.value, found.when.edtf) == (status, date)


@pytest.mark.parametrize(
    "text",
    [
        "The delegations of Norland and Sudria had met in Castrel in May before the truce would have ended.",
        "Norland and Sudria held talks in Castrel in May; without them the truce would have ended.",
        "If Quent is right, the delegations of Norland and Sudria have met in Castrel in May.",
    ],
)
def test_what_was_so_is_told_beside_what_would_have_been(text):
    assert "talks" in {kind for kind, *_ in told(text)}
