"""Words without quotation marks: paragraphs in the first person that a dash or a name closes."""

import pytest

from reading import said

HEAD = "The envoys came home\n\n"
OWN = "We sent the list on Monday. Nobody has answered us. The next step will be a meeting of the leaders"


@pytest.mark.parametrize(
    ("end", "speaker"),
    [
        (" - said Ekre during a briefing.", "Torvald Ekre"),
        (". – added Ekre.", "Torvald Ekre"),
        (", — Quent stressed.", "Marisela Quent"),
        (". Torvald Ekre", "Torvald Ekre"),
    ],
)
def test_a_paragraph_in_the_first_person_is_of_whom_its_end_names(end, speaker):
    ((found, words),) = said(f"{HEAD}{OWN}{end}")
    assert found == speaker
    assert words.startswith("We sent the list")
    assert words.rstrip(".,").endswith("a meeting of the leaders")


@pytest.mark.parametrize(
    "paragraph",
    [
        "The list was sent on Monday. Nobody has answered. A meeting of the leaders comes next - said Ekre.",
        "“We sent the list.” It was a Monday. A meeting of the leaders comes next - said Ekre.",
        "Quent said we were late. It was a Monday. A meeting of the leaders comes next - said Ekre.",
    ],
)
def test_what_is_not_in_the_first_person_or_has_words_of_others_is_not(paragraph):
    assert ("Torvald Ekre", "A meeting of the leaders comes next") in said(HEAD + paragraph)


def test_a_name_below_the_outlet_s_own_words_signs_nothing():
    assert said(f"{HEAD}The list was sent on Monday. Nobody has answered. Torvald Ekre") == []


@pytest.mark.parametrize("line", ["- Torvald Ekre said.", "— Ekre noted", "– said Ekre, the spokesman."])
@pytest.mark.parametrize("told", ["I hope that they will come home again", "“We have a list.”", OWN])
def test_a_line_that_only_names_who_speaks_credits_the_paragraph_above(line, told):
    assert said(f"{HEAD}{told}\n\n{line}") == [("Torvald Ekre", told)]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("The truce held.", "- Ekre met Quent."),
        ("The truce held.", "- Ekre was told."),
        ("The truce held.", "Ekre spoke."),
        ("“It is over,” Quent said.", "- Ekre spoke."),
    ],
)
def test_a_line_that_tells_more_or_stands_below_words_of_others_does_not(told, line):
    assert all(speaker != "Torvald Ekre" for speaker, _ in said(f"{HEAD}{told}\n\n{line}"))


def test_a_line_below_the_title_credits_nothing():
    assert said("The envoys came home\n\n- Ekre said.") == []


def test_words_of_nobody_within_what_a_dash_closes_do_not_cut_it():
    told = "We sent the list on Monday. Nobody has answered us. Then we will inform you of our next steps"
    assert said(f"{HEAD}{told} - Ekre said.") == [("Torvald Ekre", told)]
