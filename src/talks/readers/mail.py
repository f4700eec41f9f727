"""Electronic mail: newsletters, and articles that somebody forwarded.

A mail that forwards an article is dated, titled and credited by the headers of what it forwards, and holds
only that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate
from typing import Literal

from talks.errors import ReadError
from talks.models import Basis, When
from talks.piece import Piece
from talks.readers.encodings import Decoded, decode
from talks.readers.sources import Source
from talks.readers.written_dates import doubt_of_date, read_date

__all__ = ["SNIFF", "SUFFIXES", "read", "read_mail"]

SUFFIXES = (".eml",)
SNIFF = re.compile(  # two headers: an article too can begin with "Date: "
    rb"(?:From [^\n]*\n)?(?:[A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?:(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version): [^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*){2}",
    re.IGNORECASE,
)
HEADERS = ("From", "Date", "Subject", "Received", "Message-ID")
STUB = 200  # a plain part shorter than this, beside a longer page, only says that there is a page
GENERIC = frozenset({"", "(no subject)", "no subject", "newsletter", "news", "fwd", "fw", "test", "untitled"})
# Who sends, not for whom: no name of an outlet.
ROLES = frozenset(
    """
    alert alerts desk digest editor editors editorial foreign info mail media news newsdesk newsletter
    newsroom no noreply office press reply service staff team the
    """.split()  # noqa: SIM905  # as in the names of metas
)
WORD = re.compile(r"\w+")
PREFIXES = re.compile(r"^(?:\s*(?:fwd?|re|aw|wg|tr)\s*:|\s*\[[^\]]{1,40}\])+\s*", re.IGNORECASE)
# What mail programs put above a forwarded message; the header lines follow.
MARKER = re.compile(
    r"^[> \t]*(?:-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message\s*:"
    r"|-{2,}\s*forwarded by .*)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
HEADER_LINE = re.compile(
    r"^[>* \t]*(From|Date|Sent|Subject|To|Cc|Reply-To)[*]?:[*]?[ \t]*(.*)", re.IGNORECASE | re.MULTILINE
)
HEADER_LINES = re.compile(
    rf"\s*(?:{HEADER_LINE.pattern[1:]}\n?(?:[ \t]+\S.*\n)*(?:[> \t\r]*\n)*)+", re.IGNORECASE
)
HEADER_BLOCK = re.compile(
    r"^[>* \t]*From:(?=.*\n[>* \t]*(?:Date|Sent|To|Subject)[*]?:)", re.IGNORECASE | re.MULTILINE
)
ADDRESS = re.compile(r"[<\[(][^<\[(]*@[^>\])]*[>\])]")
QUOTED = re.compile(r"^> ?", re.MULTILINE)
# What the standard library raises on broken mails; it does not say so.
FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, MessageError)
FORWARDS = 10  # mails inside mails that are opened, one inside the other


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail or a forwarded mail says: its headers as written, and its text."""

    sender: str
    date: str
    subject: str
    body: Decoded
    organisation: str = ""


def read(source: Source) -> list[Piece]:
    """Read the letter, or the innermost one that it forwards."""
    return [read_mail(source.locator, source.data)]


def read_mail(locator: str, data: bytes) -> Piece:
    """Read one mail that stands at a locator, alone or among others."""
    try:
        letter = _open(locator, data)
    except FAULTS as error:
        raise ReadError(locator, f"is a broken mail: {error}", "save the article itself") from error
    for _ in range(FORWARDS):
        if (inner := _forwarded(letter)) is None:
            break
        letter = inner
    return _piece(locator, letter)


def _piece(locator: str, letter: Letter) -> Piece:
    published = _published(letter.date)
    return Piece(
        locator,
        letter.body.text,
        title=_title(letter.subject),
        outlet=letter.organisation or _display_name(letter.sender),
        published=published,
        encoding=letter.body.encoding,
        doubt=None if published else doubt_of_date(letter.date),
    )


def _open(locator: str, data: bytes) -> Letter:
    message = message_from_bytes(data, policy=policy.default)
    if not any(name in message for name in HEADERS):
        raise ReadError(locator, "has no mail headers", "rename it to .txt if it is a plain text")
    for _ in range(FORWARDS):
        if (attached := _attached(message)) is None:
            break
        message = attached
    names = ("From", "Date", "Subject", "Organization")
    sender, date, subject, organisation = (_header(message, name) for name in names)
    return Letter(sender, date, subject, _body(message), organisation)


def _attached(message: EmailMessage) -> EmailMessage | None:
    """Find a mail forwarded as an attachment."""
    for part in message.walk():
        if part is not message and part.get_content_type() == "message/rfc822":
            payload = part.get_payload()
            inner = payload[0] if isinstance(payload, list) and payload else None
            return inner if isinstance(inner, EmailMessage) else None
    return None


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except FAULTS:
        return ""


def _body(message: EmailMessage) -> Decoded:
    """Take the plain part, unless it is empty or only points to the page beside it."""
    plain = _part(message, "plain") or Decoded("", "ascii")
    if len(plain.text.strip()) >= STUB:
        return plain
    page = _part(message, "html")
    if page is None:
        return plain

    from talks.readers.webpage import text_of

    text = text_of(page.text)
    return Decoded(text, page.encoding) if len(text) > len(plain.text.strip()) else plain


def _part(message: EmailMessage, subtype: Literal["plain", "html"]) -> Decoded | None:
    part = message.get_body((subtype,))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    text, encoding = decode(data, part.get_content_charset())
    return Decoded(_unflow(text, part) if subtype == "plain" else text, encoding)


def _unflow(text: str, part: MIMEPart) -> str:
    """Rejoin the lines of format=flowed, where a blank at the end says that the line goes on (RFC 3676)."""
    text = text.replace("\r\n", "\n")
    flowed = part.get_param("format") == "flowed"
    return re.sub(r"(?<!^--) \n(?=\S)", " ", text, flags=re.MULTILINE) if flowed else text


def _forwarded(letter: Letter) -> Letter | None:
    """Return the letter that this one forwards, if it says more than this one adds."""
    text, encoding = letter.body
    start = _forward_start(letter)
    if start is None or (block := HEADER_LINES.match(text, start)) is None:
        return None
    headers = {name.lower(): value.strip(" *\r") for name, value in HEADER_LINE.findall(block[0])}
    inner = text[block.end() :]
    if not {"from", "subject"} & headers.keys() or len(inner.strip()) < start:
        return None
    if QUOTED.match(block[0].lstrip()):
        inner = QUOTED.sub("", inner)
    date = headers.get("date") or headers.get("sent") or ""
    return Letter(headers.get("from", ""), date, headers.get("subject", ""), Decoded(inner.strip(), encoding))


def _forward_start(letter: Letter) -> int | None:
    text = letter.body.text
    if marker := MARKER.search(text):
        return marker.end()
    # Without a marker a block of headers is a forward only in a mail that calls itself one.
    block = HEADER_BLOCK.search(text) if re.match(r"\s*fwd?:", letter.subject, re.IGNORECASE) else None
    return block.start() if block else None


def _display_name(sender: str) -> str | None:
    name = ADDRESS.sub("", sender).strip(" \"'")
    role = all(word in ROLES for word in WORD.findall(name.casefold()))
    return None if "@" in name or role else name


def _title(subject: str) -> str | None:
    title = PREFIXES.sub("", subject).strip()
    return None if title.casefold() in GENERIC else title


def _published(date: str) -> When | None:
    """Read the day as the sender's clock had it."""
    parsed = parsedate(date)
    if parsed and date:
        return read_date(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}", Basis.METADATA)
    return read_date(date, Basis.METADATA)
