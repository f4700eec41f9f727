"""What is said about an article outside its text, under the names people and programs give it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypedDict

from talks.models import Basis, When
from talks.readers.written_dates import doubt_of_date, read_date

__all__ = ["Fields", "language_code", "read_fields"]

NAMES = {
    "title": ("title", "headline"),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "publication",
        "site",
        "sitename",
        "site_name",
        "source_domain",
        "domain",
    ),
    "byline": ("byline", "author", "authors", "by"),
    "url": ("url", "link", "canonical_url", "canonical"),
    "language": ("language", "lang"),
}
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?")
PUBLISHED = (
    "published",
    "date",
    "pubdate",
    "publish_date",
    "published_at",
    "date_published",
    "date_publish",
    "publishedat",
    "datepublished",
)


class Fields(TypedDict, total=False):
    """The fields of a piece that a file states; one it does not state is absent."""

    title: str
    outlet: str
    byline: str
    url: str
    language: str
    published: When
    doubt: str


def read_fields(mapping: Mapping[str, Any], basis: Basis = Basis.METADATA) -> Fields:
    """Pick the known fields out of a mapping, whatever their spelling; leave out what can't be read.

    What stands for a date and is none is told under `doubt`.
    """
    plain = {str(key).strip().lower().replace("-", "_"): value for key, value in mapping.items()}
    fields: Fields = {}
    for field, names in NAMES.items():
        if text := next(filter(None, (_text(plain.get(name)) for name in names)), ""):
            fields[field] = text  # type: ignore[literal-required]  # the keys of NAMES are those of Fields
    if ADDRESS.fullmatch(
        fields.get("outlet", "")
    ):  # "source: https://…" says where it stands, not whose it is
        address = fields.pop("outlet")
        fields.setdefault("url", address)
    if language := language_code(fields.pop("language", "")):
        fields["language"] = language
    if published := next(filter(None, (read_date(plain.get(name), basis) for name in PUBLISHED)), None):
        fields["published"] = published
    elif doubt := next(filter(None, (doubt_of_date(plain.get(name)) for name in PUBLISHED)), None):
        fields["doubt"] = doubt
    return fields


def language_code(tag: str) -> str | None:
    """Return the language of a tag: en of en-GB, uk of UK_ua; None if it is no tag."""
    match = LANGUAGE_TAG.fullmatch(tag.strip())
    return match[1].lower() if match else None


def _text(value: object) -> str:
    """Write a name, a list of names, or objects with a name, as one line."""
    if isinstance(value, Mapping):
        return _text(value.get("name"))
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())
