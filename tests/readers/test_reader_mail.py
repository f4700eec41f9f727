"""Mail: which part is the text, and whose date counts."""

from __future__ import annotations

import pytest

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers import Source, read

BODY = "The envoys met in Castrel for three hours and parted without a date for another meeting, it was said."
OUTER = "Date: Sat, 13 Jul 2024 10:00:00 +0200\nFrom: Hedda Oorn <h@example.net>\nSubject: {}\n"


def read_mail(text: str) -> Piece:
    [piece] = read(Source("a.eml", text.encode())).pieces
    return piece


def facts(piece: Piece) -> tuple[str | None, str | None, str | None]:
    return piece.title, piece.outlet, piece.published.edtf if piece.published else None


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("Wed, 26 Mar 2025 23:30:00 -0800", "2025-03-26"),
        ("26 Mar 2025 00:30 +0300", "2025-03-26"),
        ("Wed Mar 26 06:30:00 2025", "2025-03-26"),
        ("Mon, 99 Foo 2025", None),
    ],
)
def test_the_day_is_the_one_on_the_senders_clock(date: str, edtf: str | None) -> None:
    assert facts(read_mail(f"Date: {date}\nFrom: The Sheet <s@example.org>\nSubject: News\n\n{BODY}")) == (
        None,
        "The Sheet",
        edtf,
    )


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("The Sheet <s@example.org>", "The Sheet"),
        ('"Oorn, Hedda" <h@example.net>', "Oorn, Hedda"),
        ("=?utf-8?q?The_Sheet_=E2=80=93_Evening?= <s@example.org>", "The Sheet – Evening"),
        ("Desk <desk@example.org>", None),
        ("The News Desk <desk@example.org>", None),
        ("Newsroom", None),
        ("s@example.org", None),
        ("<s@example.org>", None),
        ("", None),
    ],
)
def test_the_sender_is_the_outlet(sender: str, outlet: str | None) -> None:
    assert read_mail(f"From: {sender}\nSubject: x\n\n{BODY}").outlet == outlet


def test_an_organisation_is_the_outlet() -> None:
    mail = f"From: Hedda Oorn <h@example.org>\nOrganization: The Sheet\nSubject: x\n\n{BODY}"
    assert read_mail(mail).outlet == "The Sheet"


def test_a_date_that_can_not_be_read_is_doubted() -> None:
    assert "99 Foo" in (read_mail(f"Date: Mon, 99 Foo 2025\nFrom: a@b.example\n\n{BODY}").doubt or "")
    assert read_mail(f"From: a@b.example\nSubject: x\n\n{BODY}").doubt is None


@pytest.mark.parametrize(
    ("subject", "title"),
    [("Round five", "Round five"), ("[list] Re: Round five", "Round five"), ("Newsletter", None), ("", None)],
)
def test_the_subject_is_the_title_unless_it_says_nothing(subject: str, title: str | None) -> None:
    assert read_mail(OUTER.format(subject) + f"\n{BODY}").title == title


FORWARDS = {
    "a mail program's line": "For you.\n\n---------- Forwarded message ----------\n{}\n\n{}",
    "another's": "Begin forwarded message:\n\n{}\n\n{}",
    "an old one's": "-----Original Message-----\n{}\n\n{}",
    "no line but headers": "See below.\n\n{}\n\n{}",
}
INNER = (
    "From: The Sheet <s@example.org>\nDate: Fri, 5 Jul 2024 06:30:00 +0100\n"
    "Subject: Summit postponed\nTo: <h@example.net>"
)


@pytest.mark.parametrize("form", FORWARDS.values(), ids=FORWARDS)
def test_a_forward_counts_by_what_it_forwards(form: str) -> None:
    piece = read_mail(OUTER.format("Fwd: Summit postponed") + "\n" + form.format(INNER, BODY))
    assert facts(piece) == ("Summit postponed", "The Sheet", "2024-07-05")
    assert piece.text == BODY


def test_a_quoted_forward_is_unquoted() -> None:
    quoted = "\n".join(f"> {line}" for line in f"{INNER}\n\n{BODY}\n\nThe end.".split("\n"))
    piece = read_mail(OUTER.format("Fwd: x") + f"\nBegin forwarded message:\n\n{quoted}")
    assert (facts(piece)[2], piece.text) == ("2024-07-05", f"{BODY}\n\nThe end.")


@pytest.mark.parametrize(
    "date",
    [
        "Fri, Jul 5, 2024 at 6:30 AM",
        "Friday, July 5, 2024 6:30 AM",
        "5 July 2024 at 06:30:00 CEST",
        "2024-07-05",
    ],
)
def test_forwarded_dates_come_in_many_forms(date: str) -> None:
    inner = f"From: The Sheet\n\nSubject: Summit postponed\n\nDate: {date}\n\nTo: a@b.example"
    piece = read_mail(OUTER.format("Fwd: x") + f"\nBegin forwarded message:\n\n{inner}\n\n{BODY}")
    assert facts(piece) == ("Summit postponed", "The Sheet", "2024-07-05")


def test_a_forward_without_a_date_has_none() -> None:
    """The day of forwarding is not the day of publication."""
    mail = OUTER.format("Fwd: x") + f"\n---- Forwarded message ----\nFrom: The Sheet\nSubject: A\n\n{BODY}"
    assert facts(read_mail(mail)) == ("A", "The Sheet", None)


def test_a_mail_that_only_quotes_a_little_is_its_own() -> None:
    mail = OUTER.format("My view") + f"\n{BODY}\n\n-----Original Message-----\n{INNER}\n\nWhat do you think?"
    assert facts(read_mail(mail)) == ("My view", "Hedda Oorn", "2024-07-13")


def test_an_attached_mail_is_the_one_that_counts() -> None:
    mail = (
        OUTER.format("Fwd: x") + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        "Content-Type: text/plain\n\nAttached.\n--b\nContent-Type: message/rfc822\n\n"
        f"{INNER}\n\n{BODY}\n--b--\n"
    )
    assert facts(read_mail(mail)) == ("Summit postponed", "The Sheet", "2024-07-05")


def test_flowed_lines_are_rejoined() -> None:
    mail = (
        OUTER.format("x") + "Content-Type: text/plain; format=flowed\n\nThe envoys \nmet again.\n-- \nA. N."
    )
    assert read_mail(mail).text == "The envoys met again.\n-- \nA. N."


def test_the_page_is_read_where_the_plain_part_is_a_stub() -> None:
    def mail(plain: str) -> str:
        return (
            OUTER.format("x") + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
            f"Content-Type: text/plain\n\n{plain}\n--b\n"
            f"Content-Type: text/html\n\n<h1>Page</h1><p>{BODY}</p>\n--b--\n"
        )

    assert read_mail(mail("Open this in your browser.")).text.startswith("Page\n\nThe envoys")
    assert read_mail(mail(BODY * 2)).text.strip() == BODY * 2


def test_a_charset_nobody_knows_is_no_obstacle() -> None:
    mail = OUTER.format("x") + "Content-Type: text/plain; charset=martian\n\nCafé " + BODY
    assert read_mail(mail).text == "Café " + BODY


def test_a_file_without_headers_is_no_mail() -> None:
    with pytest.raises(ReadError, match="has no mail headers"):
        read(Source("a.eml", BODY.encode()))


def test_a_paragraph_of_a_mailbox_may_begin_as_a_mail_does() -> None:
    mail = "From a@b.example Tue Mar 12 09:00:00 2024\nDate: Tue, 12 Mar 2024 09:00:00 +0100\n\n"
    body = "They met.\n\nFrom Castrel the envoys went on to Belmora.\n\n"
    found = read(Source("a.mbox", ((mail + body) * 2).encode()))
    assert [(piece.line, piece.text.count("Belmora")) for piece in found.pieces] == [(1, 1), (8, 1)]
    assert found.errors == []
