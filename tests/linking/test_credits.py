"""Whom a text credits: in its byline, its dateline, at its foot, and in a sentence."""

import pytest

from talks.link.credits import Agencies, credit_of_statement, origin_of, origins_of, outlet_of
from talks.models import Article, Evidence, Manner, Mention, Span, Statement, Status

AGENCIES = Agencies(
    (
        ("Lakeside Agency", "agency", ("Lakeside", "Lakeside news agency")),
        ("Radio Orlen", "broadcaster", ()),
        ("Chirper", "platform", ()),
    )
)
TRUCE = "The truce is over and nobody will prolong it."


def article(text: str, **fields: str) -> Article:
    return Article(**({"id": "a1", "sha256": "", "text": text, "outlet": "Polder Post"} | fields))


def told_in(text: str, words: str) -> str:
    """Return the origin of a mention that is read from words of a text."""
    source = article(text)
    start = text.index(words)
    evidence = Evidence.at(source, Span(start=start, end=start + len(words)), "ceasefire.x")
    mention = Mention(id="m1", article="a1", kind="ceasefire", status=Status.HELD, evidence=(evidence,))
    return origins_of(source, [mention], [], AGENCIES)["m1"]


@pytest.mark.parametrize(
    "source",
    [
        article(TRUCE, outlet="Lakeside news agency"),
        article(TRUCE, byline="Lakeside"),
        article(TRUCE, byline="By Ole Trygg, Lakeside Agency"),
        article(f"HARVIK, 11 June 2024 (Lakeside) - {TRUCE}"),
        article(f"HARVIK, June 11. /Lakeside/. {TRUCE}"),
        article(f"{TRUCE}\n\n(Lakeside)"),
        article(f"{TRUCE}\n\nSource: Lakeside Agency"),
    ],
    ids=lambda source: source.byline or source.text[:20],
)
def test_a_text_is_of_the_agency_that_it_names_as_its_author(source):
    assert origin_of(source, AGENCIES) == "lakeside agency"
    assert outlet_of(source) == (source.outlet or "").casefold()


@pytest.mark.parametrize(
    "source",
    [
        article(TRUCE, byline="Ole Trygg"),
        article(f"{TRUCE}\n\nWith reporting by Lakeside Agency"),
        article(f"{TRUCE}\n\n(Radio Orlen)"),
        article(f"HARVIK (for the first time) - {TRUCE}"),
        article("Ekre told Lakeside Agency that the truce was over. He was angry."),
    ],
    ids=lambda source: source.text[-20:],
)
def test_else_a_text_is_of_its_outlet(source):
    assert origin_of(source, AGENCIES) == "polder post"


def test_an_agency_that_nobody_knows_counts_in_a_dateline():
    assert origin_of(article(f"HARVIK, 11 June 2024 (Polder Wire) - {TRUCE}"), AGENCIES) == "polder wire"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce is over, Ekre said, citing the Lakeside news agency.", "lakeside agency"),
        ("The truce is over, Radio Orlen reports, citing Lakeside.", "lakeside agency"),
        ("The truce is over, Ekre told the state broadcaster Radio Orlen.", "radio orlen"),
        ("The truce is over, Mr. Ekre told Lakeside.", "lakeside agency"),
        ("The truce is over. Ekre told Lakeside that he was angry.", "polder post"),
        ("The truce is over, Ekre wrote, and Chirper reported record figures.", "polder post"),
        ("Lakeside reported rain.\nThe truce is over.", "polder post"),
    ],
)
def test_a_sentence_that_credits_somebody_is_of_them(text, expected):
    assert told_in(text, "The truce is over") == expected


def test_a_statement_is_credited_by_its_attribution_or_in_its_sentence():
    text = "Ekre told Lakeside that the truce was over. Radio Orlen reported rain."
    source = article(text)
    words = "that the truce was over"
    span = Span(start=text.index(words), end=text.index(words) + len(words))
    evidence = Evidence.at(source, Span(start=0, end=span.end), "statements.say")
    statement = Statement(
        id="s1",
        article="a1",
        speaker="Torvald Ekre",
        manner=Manner.INDIRECT,
        evidence=evidence,
        content=(span,),
    )
    near = credit_of_statement(source, statement, AGENCIES)
    via = credit_of_statement(source, statement.model_copy(update={"via": "Radio Orlen"}), AGENCIES)
    assert near
    assert (near.name, near.words) == ("Lakeside Agency", "told Lakeside")
    assert via
    assert via.name == "Radio Orlen"
