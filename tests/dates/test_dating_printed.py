"""When an article was published, by what is given, in the metadata, or printed."""

from __future__ import annotations

import datetime as dt

import pytest

from talks.dates import DateGrammar
from talks.dating import date_article, printed
from talks.dating.printed import find_printed_date
from talks.models import Basis, When

BODY = "The envoys of Norland and Sudria met again, and nothing came of it.\n" * 12


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        (" date 2025-09-12 + ↺ − 16 px\n\nTalks on hold", "2025-09-12"),
        ("Talks on hold\ndate 2025-09-12", "2025-09-12"),
        ("22.05.2025 16:40\nNothing in the diary", "2025-05-22"),
        ("Northlight News, 18 May 2022", "2022-05-18"),
        ("THE QUAY STREET NEWS\nFriday, March 11, 2022 | World", "2022-03-11"),
        ("Castrel, 13 February 2024, 19:05", "2024-02-13"),
        ("LAKESIDE AGENCY\nSankt Orlen, Federal Palace, 11 June 2024, 20.30", "2024-06-11"),
        ("The Herald\nSaturday, May 4, 2024\n\nBy Ilse Marquand", "2024-05-04"),
        ("Published: 3 May 2024", "2024-05-03"),
        ("Harvik News13.05.2024", "2024-05-13"),
        ("May 3, 2024By Ilse Marquand", "2024-05-03"),
        ("Updated 5 May 2024 | Published 3 May 2024", "2024-05-03"),
        ("CASTREL REGION, Helvaria, Feb 28, 2022 (Lakeside) - Envoys talked.", "2022-02-28"),
        ("Feb 28, 2022 (Lakeside) -- Envoys talked.", "2022-02-28"),
        ("HARVIK, 24 July 2025. The shortest meeting so far.", "2025-07-24"),
        ("Friday 3 May 2024, evening edition", "2024-05-03"),
        ("02/06/2025 11:49 PM\n\nHARVIK/CASTREL, June 2 (Lakeside) -- Envoys talked.", "2025-06-02"),
        ("06/02/2025 11:49 PM\n\nHARVIK/CASTREL, June 2 (Lakeside) -- Envoys talked.", "2025-06-02"),
        ("02/06/2025, 23:49\n\nCASTREL, June 2 (Lakeside) -- Envoys talked.", "2025-06-02"),
    ],
)
def test_a_printed_date_counts(head: str, edtf: str, grammar: DateGrammar) -> None:
    when = date_article(f"{head}\n\n{BODY}", grammar=grammar)
    assert (when.edtf, when.basis) == (edtf, Basis.STATED)
    assert when.phrase is not None


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n© 2024 Herald. All rights reserved.",
        f"{BODY}\nCorrection, 29 May 2024: He spoke on Monday.",
        f"Photo: Harvik, 12 March 2022\n{BODY}",
        f"On Friday, March 11, 2022, envoys met in Castrel.\n{BODY}",
        f"What was agreed on 12 May 2024 and what was not\n{BODY}",
        f"{BODY}\nRelated: the morning of 24 February 2022",
        f"{BODY}\n12 March 2024: Castrel, the day after",
        f"12 March 2024: second round\n3 May 2024: an exchange\n{BODY}",
    ],
)
def test_other_printed_dates_do_not(text: str, grammar: DateGrammar) -> None:
    assert not date_article(text, grammar=grammar).known


@pytest.mark.parametrize("head", ["Last modified: 5 May 2024", "Updated 5 May 2024"])
def test_an_article_that_prints_only_its_update_is_about_as_old(head: str, grammar: DateGrammar) -> None:
    when = date_article(f"{head}\n{BODY}", grammar=grammar)
    assert (when.edtf, when.basis) == ("2024-05-05~", Basis.INFERRED)


def test_a_date_at_the_foot_counts_where_the_head_has_none(grammar: DateGrammar) -> None:
    assert date_article(f"No date here\n{BODY}\nHarvik, 3 May 2024", grammar=grammar).edtf == "2024-05-03"


def test_given_goes_before_metadata_and_metadata_before_print(grammar: DateGrammar) -> None:
    text = f"Northlight News, 18 May 2022\n{BODY}"
    given = When.day(dt.date(2022, 5, 20), Basis.GIVEN)
    metadata = When.day(dt.date(2022, 5, 19), Basis.METADATA)
    assert date_article(text, given=given, metadata=metadata, grammar=grammar) == given
    assert date_article(text, metadata=metadata, grammar=grammar) == metadata
    assert date_article(text, given=When.unknown(), grammar=grammar).edtf == "2022-05-18"


@pytest.mark.parametrize(
    ("address", "edtf"),
    [
        ("https://post.example/world/2024/feb/20/a-war-foretold", "2024-02-20"),
        ("https://post.example/2024/February/20/talks", "2024-02-20"),
        ("https://post.example/news/2024/2/8/all-the-efforts", "2024-02-08"),
        ("https://post.example/2024/02/08/talks/", "2024-02-08"),
        ("https://post.example/talks-2024-02-08.html", "2024-02-08"),
        ("https://post.example/2024/02/talks-fail/", "2024-02"),
        ("https://post.example/2024/13/talks", "unknown"),
        ("https://post.example/2024/harvik/talks", "unknown"),
        ("https://post.example/12024/02/08/talks", "unknown"),
        ("https://post.example/story-20240208", "unknown"),
        (None, "unknown"),
    ],
)
def test_an_address_tells_when_a_page_was_filed(address: str | None, edtf: str, grammar: DateGrammar) -> None:
    found = date_article(BODY, address=address, grammar=grammar)
    assert (found.edtf or "unknown") == edtf


def test_the_day_of_a_page_that_was_filed_only_later_is_another_one(grammar: DateGrammar) -> None:
    def dated(text: str, address: str, metadata: str | None = None) -> str | None:
        said = When.day(dt.date.fromisoformat(metadata), Basis.METADATA) if metadata else None
        return date_article(text, metadata=said, address=address, grammar=grammar).edtf

    filed = "https://post.example/2024/feb/20/talks"
    assert dated(BODY, filed, "2022-02-07") == "2024-02-20"  # of a caption
    assert dated(BODY, filed, "2024-02-19") == "2024-02-19"  # in another zone
    assert dated(BODY, filed, "2024-03-01") == "2024-03-01"  # written anew at its old address
    assert dated("Harvik Herald, 7 February 2022\n\n" + BODY, filed) == "2024-02-20"
    given = When.day(dt.date(2022, 2, 7), Basis.GIVEN)
    assert date_article(BODY, given=given, address=filed, grammar=grammar) == given


def test_dates_are_looked_for_at_the_head_of_a_line_only(
    grammar: DateGrammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that is one line of many dates took the square of its length."""
    seen: list[int] = []
    real = printed.find_dates
    monkeypatch.setattr(
        printed, "find_dates", lambda text, **rest: seen.append(len(text)) or real(text, **rest)
    )
    text = "Norland and Sudria held talks in Castrel on 12 March 2024. " * 200
    assert printed.find_printed_date(text, grammar) is None
    assert max(seen) <= printed.SEEN


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("- 10 May, 10:58", (5, 10)),
        ("May 10 10:58 AM", (5, 10)),
        ("10 May", None),
        ("10 May, 10:58: envoys met", None),
    ],
)
def test_a_day_with_the_time_of_day_is_that_of_an_article_though_no_year_is_told(
    line: str, day: tuple[int, int] | None, grammar: DateGrammar
) -> None:
    found = find_printed_date(f"Envoys meet in Castrel\n{line}\n\n{BODY}", grammar)
    assert (found and (found.day.month, found.day.day)) == day
    assert found is None or not found.when.known
