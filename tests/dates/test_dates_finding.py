"""Which words of a paragraph are dates, and where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from talks.dates import DateGrammar, find_dates
from talks.dates.meaning import Calendar
from talks.dates.tokens import sentences

Read = Callable[..., list[tuple[str, str | None]]]
JULY = 7


@pytest.mark.parametrize("word", ["Mayé", "Mayř", "Майский"])
def test_part_of_a_foreign_word_is_no_trigger(word):
    assert not list(sentences(f"She met {word}’s man — twice.", frozenset({"May", "Май"})))
    assert list(sentences(f"{word} — in May’s time.", frozenset({"May"})))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rounds on 3 and 7 March 2022", [("3", "2022-03-03"), ("7 March 2022", "2022-03-07")]),
        (
            "in Norland, on 28 February and 3 and 7 March",
            [("28 February", "2025-02-28"), ("3", "2025-03-03"), ("7 March", "2025-03-07")],
        ),
        (
            "on 16 May, 2 June and 23 July 2024",
            [("16 May", "2024-05-16"), ("2 June", "2024-06-02"), ("23 July 2024", "2024-07-23")],
        ),
        (
            "In 2022 there were rounds on 28 February and 3 March, and one in Helvaria on 29 March.",
            [
                ("2022", "2022"),
                ("28 February", "2022-02-28"),
                ("3 March", "2022-03-03"),
                ("29 March", "2022-03-29"),
            ],
        ),
        ("captive since 2022, freed on 3 March", [("2022", "2022"), ("3 March", "2025-03-03")]),
        ("from 29 March to 3 April", [("29 March to 3 April", "2025-03-29/2025-04-03")]),
        (
            "from 29 December until 3 January 2024",
            [("29 December until 3 January 2024", "2023-12-29/2024-01-03")],
        ),
        ("freed on 23–25 May", [("23–25 May", "2025-05-23/2025-05-25")]),
        (
            "open from nine in the evening on 4 May until the same hour on 6 May",
            [("nine in the evening on 4 May until the same hour on 6 May", "2025-05-04/2025-05-06")],
        ),
        ("between Friday and Sunday", [("Friday and Sunday", "2025-06-06/2025-06-08")]),
        ("from March to May 2024", [("March to May 2024", "2024-03/2024-05")]),
        ("on 11 and 12 March", [("11 and 12 March", "2025-03-11/2025-03-12")]),
        ("either 11 or 12 March", [("11", "2025-03-11"), ("12 March", "2025-03-12")]),
        ("in January nineteen ninety-seven", [("January nineteen ninety-seven", "1997-01")]),
        ("at 10 p.m. Wednesday", [("10 p.m. Wednesday", "2025-06-11")]),
        ("two days after 3 March they met", [("two days after 3 March", "2025-03-05")]),
        ("Friday, March 11, 2022 | World", [("Friday, March 11, 2022", "2022-03-11")]),
        ("Monday,\n2 June", [("Monday,\n2 June", "2025-06-02")]),
    ],
)
def test_dates_that_share_a_month_a_year_or_a_range(
    text: str, found: list[tuple[str, str]], read: Read
) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Sudria may refuse, and its troops march on.",
        "They exchanged 6,000 for 6,000 and lost 3-0.",
        "Article 5 and COP28 were named; call 555 2104.",
        "It is open 24/7 and the Su-25 and F-16 fly.",
        "Theresa May and April Hartmann spoke; June smiled.",
        "The Sunday Times and the Friday Observer wrote so.",
        "A Black Friday sale at 19.99 began.",
        "a 30-day truce for two weeks, to last five days",
        "At 2 p.m., at 18.30 and at 06:40 the guns fell silent.",
        "every Monday, daily, each week",
        "about 2000 prisoners, 1900 people and $2020",
        "Brent fell below 110 dollars; he is 63.",
        "They spring to life as prices fall.",
        "The second round was the first to end early.",
        "Zapad-2025 and Resolution 2022",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str, read: Read) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("at 2 p.m. sharp", ("time", "2 p.m.")),
        ("at 06:40 it began", ("time", "06:40")),
        ("for two weeks", ("duration", "for two weeks")),
        ("a 30-day truce", ("duration", "30-day")),
        ("every Monday", ("set", "every Monday")),
        ("They now agree.", ("vague", "now")),
    ],
)
def test_times_durations_and_the_like_are_told_apart(
    text: str, kind: tuple[str, str], kinds: Callable[[str], list[tuple[str, str]]]
) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("on 14 March", "on"),
        ("since 14 March", "since"),
        ("any day from Monday", "since"),
        ("until 3 April", "until"),
        ("before the end of August", "before"),
        ("after Easter", "after"),
        ("by Friday", "by"),
        ("by about 20 June", "by"),
        ("after midnight on 8 July", "on"),
        ("shortly before noon on 8 July", "on"),
        ("until midnight on 8 July", "until"),
    ],
)
def test_the_preposition_tells_the_relation(text: str, relation: str, grammar: DateGrammar) -> None:
    (phrase,) = find_dates(text, grammar=grammar)
    assert phrase.relation == relation


def test_spans_are_counted_from_the_offset(grammar: DateGrammar) -> None:
    text = "Norland said on Friday that it began on 29 March and ended on 3 April."
    plain, moved = find_dates(text, grammar=grammar), find_dates(text, offset=1000, grammar=grammar)
    assert [(p.start + 1000, p.end + 1000) for p in plain] == [(p.start, p.end) for p in moved]


def test_the_ends_of_a_range_keep_their_own_spans(grammar: DateGrammar) -> None:
    text = "a truce from 29 March to 3 April"
    (phrase,) = find_dates(text, grammar=grammar)
    assert [text[part.start : part.end] for part in phrase.parts] == ["29 March", "3 April"]


def test_a_phrase_keeps_the_time_of_day(grammar: DateGrammar) -> None:
    phrases = find_dates(
        "at 7.15 p.m. on Friday; Friday night; six in the morning on 29 March", grammar=grammar
    )
    assert [phrase.clock for phrase in phrases] == ["19:15", "night", "06:00"]


def test_a_rule_names_itself_on_what_it_finds(grammar: DateGrammar) -> None:
    phrases = find_dates("On Friday and last week", grammar=grammar)
    assert [phrase.rule for phrase in phrases] == ["dates.weekday", "dates.cycle"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On the same day, July 11, they spoke.", "the same day, July 11"),
        ("A day earlier, on 10 July, they met.", "A day earlier, on 10 July"),
        ("They met two days later, 13 July, in Castrel.", "two days later, 13 July"),
    ],
)
def test_a_counted_day_and_its_date_are_one(text: str, phrase: str, grammar: DateGrammar) -> None:
    (found,) = find_dates(text, grammar=grammar)
    assert text[found.start : found.end] == phrase
    assert isinstance(found.meaning, Calendar)
    assert found.meaning.month == JULY


def test_a_counted_day_and_a_month_stay_two(grammar: DateGrammar) -> None:
    assert len(find_dates("They met the same day, in July they parted.", grammar=grammar)) == 2
