"""For whom somebody speaks who is in no gazetteer: by the words beside the name, or whose war it is."""

import pytest

from reading import article, statements
from talks.codebook import load_codebook
from talks.extraction import extract


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Anna Berg, the Helvarian envoy, said that the talks were useful.", "Helvaria"),
        ("Anna Berg, Caldor's deputy minister, said that the talks were useful.", "Caldor"),
        ("Anna Berg, a UN official, said that the talks were useful.", "United Nations"),
        ('"The talks were useful," said Anna Berg, head of the Caldor delegation.', "Caldor"),
        ("The UN envoy, Anna Berg, said that the talks were useful.", "United Nations"),
        ("The UN envoy, former Norlandic minister Anna Berg, said that they were useful.", "United Nations"),
        ("Anna Berg, one of the Sudrian officials, said that the talks were useful.", "Sudria"),
        ("Anna Berg, President Stenmoe's envoy, said that the talks were useful.", "Norland"),
        ("Anna Berg, a Sudrian analyst, said that the talks were useful.", None),
        ("Anna Berg, a former Caldor official, said that the talks were useful.", None),
        ("Anna Berg, who lives in Sudria, said that the talks were useful.", None),
    ],
)
def test_a_post_beside_a_name_tells_the_party(text: str, party: str | None) -> None:
    assert [(s.speaker, s.party) for s in statements(text)] == [("Anna Berg", party)]


def test_the_party_is_remembered() -> None:
    found = statements("Anna Berg, the Caldor envoy, said that it began.\n\nIt will end soon, Berg said.")

    assert [s.party for s in found] == ["Caldor", "Caldor"]


FISH = "Talks between Iceland and the Polisario Front began. Iceland and the Polisario Front met."


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("President Anna Berg said that the talks were useful.", "Iceland"),
        ("Fisheries Minister Anna Berg said that the talks were useful.", "Iceland"),
        ("Maltese President Anna Berg said that the talks were useful.", "Malta"),
        ("The envoy Anna Berg said that the talks were useful.", None),
    ],
)
def test_a_president_of_nobody_is_of_the_only_state_at_war(text: str, party: str | None) -> None:
    found = extract(article(f"{FISH} {text}"), load_codebook()).statements

    assert [(s.speaker, s.party) for s in found] == [("Anna Berg", party)]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("", "Sudrian Foreign Ministry"),
        ("The Norlandic Defence Ministry denied it. ", "Sudrian Foreign Ministry"),
        ("The Norlandic Foreign Ministry denied it. ", "Foreign Ministry"),
    ],
)
def test_a_ministry_of_nobody_is_the_only_one_told_of(between: str, speaker: str) -> None:
    text = f"The Sudrian Foreign Ministry said talks went on. {between}The foreign ministry said it rained."

    assert statements(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("post", "party"),
    [
        ("Caldor Prime Minister", "Caldor"),
        ("Caldor's prime minister", "Caldor"),
        ("former Caldor Prime Minister", None),
        ("the pianist", None),
    ],
)
def test_a_post_told_in_passing_tells_the_party_later(post: str, party: str | None) -> None:
    found = statements(f"Stenmoe met {post} Anna Berg in Castrel.\n\nBerg said that the talks were useful.")

    assert [(s.speaker, s.party) for s in found] == [("Anna Berg", party)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norlandic state commission said they were free.", [("Norlandic state commission", "Norland")]),
        ('"They are free," Sudria\'s commission said.', [("Sudria's commission", "Sudria")]),
        ("The Norlandic railway said that 32 soldiers were free.", []),
    ],
)  # fmt: skip
def test_a_commission_of_a_state_speaks_for_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.speaker, s.party) for s in statements(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker", "party"),
    [
        ("A spokeswoman for the foreign ministry of Sudria said it was late.", "spokeswoman", "Sudria"),
        ("The Ministry of Foreign Affairs of Sudria said it was late.", "Sudrian Foreign Ministry", "Sudria"),
        ("Mira Tolan, spokeswoman of the Sudrian foreign ministry said it was late.", "Mira Tolan", "Sudria"),
        ("The list is old, Mira Tolan, a lawmaker from Sudria said.", "Mira Tolan", "Sudria"),
        ("Unlike Mira Tolan, a Sudrian official said it was late.", "Sudrian official", "Sudria"),
    ],
)
def test_whose_they_are_is_told_behind_a_post_or_beside_it(text, speaker, party):
    assert [(s.speaker, s.party) for s in statements(text)] == [(speaker, party)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Varga met Sudria's acting prime minister Mira Tolan. Tolan said it was late.", "Sudria"),
        ("Varga met Sudria's attack on minister Mira Tolan. Tolan said it was late.", None),
        ("“It is late,” said Mira Tolan. The Sudrian envoy, Mira Tolan, said it was long.", "Sudria"),
        ("“It is late,” said Mira Tolan. A former Sudrian envoy, Mira Tolan, said it was long.", None),
    ],
)
def test_for_whom_somebody_speaks_may_be_told_before_or_after(text, party):
    assert statements(text)[0].party == party


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("The spokeswoman", "Sudria"),
        ("The spokesman", "Sudria"),
        ("The army spokeswoman", None),
        ("The former spokesman", None),
    ],
)
def test_the_spokeswoman_speaks_for_the_office_told_of_before(who, party):
    told = statements(f"The Sudrian Foreign Ministry said it was late. {who} added: “It is long.”")
    assert [s.party for s in told] == (["Sudria", party] if party else ["Sudria"])
