"""Who goes on speaking, and in whose words: by first names, by posts, by the statement that was quoted."""

import pytest

from reading import said, statements

READY = "the list was ready"
EKRE, ASK, QUENT = "Torvald Ekre", "Gunnvor Ask", "Marisela Quent"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Prime Minister Anwar Odhran of Caldor arrived. Late on Monday Anwar said {READY}.",
            "Anwar Odhran",
        ),
        (f"Prime Minister Anwar Odhran of Caldor arrived. Anwar said {READY}.", "Anwar Odhran"),
        (f"President Halvard Stenmoe arrived. Later Halvard said {READY}.", "Halvard Stenmoe"),
        (
            f"President Halvard Stenmoe met the painter Halvard Lind. Later Halvard said {READY}.",
            "Halvard Lind",
        ),
        (f"The Dorn-Brask talks began. Laurent Brask waited. In Tresk, Brask said {READY}.", "Laurent Brask"),
        (f"Quent was met by Ekre who, after greeting Ask in Castrel, said {READY}.", EKRE),
        (f"Ekre, who, when he met Quent, said {READY}, left Castrel.", EKRE),
        (f"Two Western diplomats said it was late. One of them said {READY}.", "Western diplomat"),
        (f"Two Western diplomats said Ask was late. The second diplomat said {READY}.", "Western diplomat"),
        (f"Diplomats close to the talks said {READY}.", "Diplomats"),
    ],
)
def test_who_is_told_of_in_short_is_named_in_full(text, expected):
    assert (expected, READY) in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Stenmoe told reporters that Quent wanted peace, though the president warned that {READY}.",
            "Halvard Stenmoe",
        ),
        (
            f"The Stone House said it was late. Quent waited. The statement added that {READY}.",
            "Stone House",
        ),
        (
            "They met in Castrel, and in a joint statement issued later, Norland and Sudria both said "
            f"that {READY}.",
            "Joint statement",
        ),
    ],
)
def test_what_was_given_goes_on(text, expected):
    assert said(text)[-1] == (expected, f"that {READY}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is late,” Ekre said. “Quent told me that the list was ready.”",
            (QUENT, "that the list was ready"),
        ),
        (
            "“It is late, and Quent has said that the list is long,” Ekre said.",
            (QUENT, "that the list is long"),
        ),
    ],
)
def test_those_who_are_quoted_tell_what_others_said(text, expected):
    assert expected in said(text)
    assert any(speaker == EKRE for speaker, _ in said(text))


def spoken(text: str) -> list[str | None]:
    return [statement.speaker for statement in statements(text)]


def test_those_who_are_quoted_do_not_speak_for_sides():
    assert spoken("“Sudria says that the list is long,” Ekre said.") == [EKRE]


LEDE = "The Stone House said on Monday that no date was set for the talks."


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            "“There is no date for the talks yet,” the spokesman of the Stone House, Torvald Ekre, said.",
            [EKRE],
        ),
        (
            "“The prisoners are well,” the spokesman of the Stone House, Torvald Ekre, said.",
            ["Stone House", EKRE],
        ),
        (
            "“There is no date for the talks yet,” Gunnvor Ask, the foreign minister, said.",
            ["Stone House", ASK],
        ),
    ],
)
def test_an_opening_that_the_spokesman_bears_out_is_told_once(below, expected):
    assert spoken(f"Talks wait\n\n{LEDE}\n\n{below}") == expected


@pytest.mark.parametrize(
    "told",
    [
        "that after the round, the sides agreed to exchange lists",
        "that as a result of the round, the sides agreed to wait",
        "that of the lists, Sudria had proposed to publish one",
        "that at the last round in Castrel, the sides had agreed on a list",
        "Norland would come, but only if there was a list",
        "Norland was ready to come, but only after the exchange",
        "Norland would come, but not before June",
    ],
)
def test_what_is_told_goes_on_behind_its_opening_and_before_what_limits_it(told):
    assert said(f"Ekre said {told}.") == [("Torvald Ekre", told)]


@pytest.mark.parametrize(
    "other", ["but Quent refused", "but only Quent believed it", "but not all believed it"]
)
def test_what_the_writer_says_against_it_is_not_told(other):
    assert said(f"Ekre said Norland would come, {other}.") == [("Torvald Ekre", "Norland would come")]


def test_what_another_says_behind_an_opening_stands_within():
    text = "Ekre said that after the round, Quent promised to come."
    assert ("Torvald Ekre", "that after the round, Quent promised to come") in said(text)
