"""What shows that a text or a deal is there: what is done with it, what it says, its name and its day."""

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


def rows(text: str) -> list[tuple[str, str, str | None]]:
    """Return kind, status and date of what a text reports of texts and deals."""
    found = mentions(text, PUBLISHED)
    return [(m.kind, m.status.value, m.when.date) for m in found if m.kind in ("document", "agreement")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A joint statement welcomed the pause.", [("document", "held", None)], id="it says something"
        ),
        pytest.param("A joint statement would welcome the pause.", [], id="it is not there yet"),
        pytest.param(
            "The ministers called in an open letter for calm.",
            [("document", "held", None)],
            id="something is told in it",
        ),
        pytest.param(
            "The ministers will call in an open letter for calm.", [], id="something will be told in it"
        ),
        pytest.param(
            "Nobody spoke of the map of 22 April.", [("document", "held", "2024-04-22")], id="it bears a day"
        ),
        pytest.param(
            "Helvaria was a partner in the 2015 nuclear agreement.",
            [("agreement", "held", "2015")],
            id="a deal bears a year",
        ),
        pytest.param("The protocol of 1977 forbids it.", [], id="it is of another age"),
        pytest.param("The agreement of 30 June would be a good one.", [], id="its day is to come"),
        pytest.param(
            "The original 12-point Helvarian plan, leaked in May, required Sudria to leave.",
            [("document", "held", "2024-05")],
            id="it was followed by another",
        ),
        pytest.param(
            "Sudria will present its new plan for peace in Castrel on Friday.",
            [("document", "planned", "2024-06-14")],
            id="it is to be presented",
        ),
        pytest.param("The Helvarian plans were bad ones.", [], id="nothing is done with it"),
        pytest.param(
            "Quent dismissed the Helvarian peace plan.",
            [("document", "rejected", None)],
            id="it is well known",
        ),
        pytest.param(
            "In a joint statement released there, they praised the pause.",
            [("document", "held", None)],
            id="a participle behind it says what was done with it",
        ),
        pytest.param("Norland wants a draft by Friday.", [], id="a draft is wanted"),
        pytest.param(
            "They gathered to consider Sudria's 10-point plan.",
            [("document", "held", None)],
            id="its points have been counted",
        ),
        pytest.param(
            "Norland's response, delivered in Castrel, left much open.",
            [("document", "held", None)],
            id="it was delivered",
        ),
        pytest.param(
            "Helvaria gave both sides a July deadline to reach a deal.",
            [("agreement", "proposed", "2024-07")],
            id="a deal is wanted by a day",
        ),
        pytest.param("Both sides want to reach a deal.", [], id="everybody would like a deal"),
        pytest.param(
            "Both sides signed the memorandum proposed by Helvaria.",
            [("document", "held", None)],
            id="it is signed, whoever proposed it",
        ),
        pytest.param(
            "Both sides discussed the memorandum proposed by Helvaria.",
            [("document", "proposed", None)],
            id="it is only proposed",
        ),
        pytest.param(
            "Norland presented both sides with a new economic proposal.",
            [("document", "held", None)],
            id="somebody is presented with it",
        ),
        pytest.param(
            "Norland has never answered the draft memorandum.",
            [("document", "held", None)],
            id="it is there, answered or not",
        ),
        pytest.param(
            "Helvaria shared a draft peace deal with both sides.",
            [("document", "held", None)],
            id="a draft of a deal is no deal",
        ),
        pytest.param(
            "They were to build on an agreement reached by both presidents in May.",
            [("agreement", "held", "2024-05")],
            id="a participle and a day behind a deal say that it was reached",
        ),
        pytest.param("They spoke of the deals reached in Castrel.", [], id="a deal is only leant on"),
        pytest.param(
            "The rebels had not signed the May 2022 deal.",
            [("agreement", "held", "2022-05")],
            id="it bears a day, whoever has not signed it",
        ),
        pytest.param("Quent rejected the deal.", [("agreement", "rejected", None)], id="a deal is refused"),
        pytest.param("There will be no deal in Castrel.", [], id="no deal is no refusal of one"),
        pytest.param("There is no 12-point plan.", [], id="there is none, however many points"),
        pytest.param("No joint statement said that.", [], id="there is none that says it"),
        pytest.param("No agreement of 2015 exists.", [], id="there is none of that day"),
        pytest.param("The proposed joint statement says that.", [], id="it is proposed, whatever it says"),
        pytest.param("Work on a preliminary draft will begin.", [], id="a version of it is still to come"),
        pytest.param("A 12-point plan is needed.", [], id="it is needed"),
        pytest.param(
            "Norland will sign the agreement of 30 May.",
            [("agreement", "planned", None)],
            id="what bears its day is to be signed",
        ),
    ],
)
def test_a_text_is_told_where_something_shows_that_there_is_one(text, expected):
    assert rows(text) == expected
