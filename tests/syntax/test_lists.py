"""Lists of three and more, with a comma before the last."""

import pytest

from reading import reading


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the words, role and preposition of each noun phrase of the first sentence."""
    found = reading(text)
    phrases = found.sentences[0].parse.phrases
    return [(" ".join(found.tokens.words[p.start : p.end]), p.role, p.prep) for p in phrases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys of Norland, Sudria, and Helvaria met.", [
            ("The envoys", "subject", ""), ("Norland", "prep", "of"), ("Sudria", "prep", "of"),
            ("Helvaria", "prep", "of"),
        ]),
        ("The president of Norland, the president of Sudria, and the chancellor met.", [
            ("The president", "subject", ""), ("Norland", "prep", "of"), ("the president", "free", ""),
            ("Sudria", "prep", "of"), ("the chancellor", "free", ""),
        ]),
        ("In Castrel, Norland, Sudria, and Helvaria met.", [
            ("Castrel", "prep", "in"), ("Norland", "subject", ""), ("Sudria", "free", ""),
            ("Helvaria", "free", ""),
        ]),
        ("They saw Ask, the minister, and Quent said it was over.", [
            ("They", "subject", ""), ("Ask", "object", ""), ("the minister", "object", ""),
            ("Quent", "subject", ""), ("it", "subject", ""),
        ]),
    ],
)  # fmt: skip
def test_what_is_listed_has_one_role(text, expected):
    assert told(text) == expected


def test_who_holds_a_listed_post_stands_beside_it():
    text = (
        "A meeting between President Halvard Stenmoe, President of Sudria Marisela Quent, and Varga is set."
    )
    assert [words for words, role, prep in told(text) if prep == "between"] == [
        "President Halvard Stenmoe", "President", "Marisela Quent", "Varga",
    ]  # fmt: skip
