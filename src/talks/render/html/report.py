"""The report: all that is known of one negotiation on one page, which needs nothing beside it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from markupsafe import Markup

from talks import __version__
from talks.render.html.contents import contents_of
from talks.render.html.policy import policy_for
from talks.render.html.templating import FOLDER, load_templates
from talks.render.sentences import short
from talks.views.survey import Survey

__all__ = ["draw_report", "title_of"]

INDENTS: Final = re.compile(r"\n\s+")
PARTS: Final = (
    ("state", "State"),
    ("timeline", "Timeline"),
    ("swaps", "Exchanges"),
    ("positions", "Positions"),
    ("promises", "Promises"),
    ("conflicts", "Disagreements"),
    ("sources", "Sources"),
    ("reading", "How to read this"),
)
HOLDING: Final = {  # what a part shows, and is left out without
    "swaps": "books",
    "positions": "lines",
    "promises": "promises",
    "conflicts": "disputes",
}


def draw_report(survey: Survey, *, title: str, made: dt.date | None = None) -> str:
    """Return the page, the same for the same survey and title; `made` is the day it was made, if told."""
    style, script = _asset("report.css"), _asset("report.js")
    environment = load_templates([survey.asked.frame])
    page = environment.get_template("report.html").render(
        title=title,
        made=made,
        version=__version__,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=policy_for(style, script),
        parts=[(key, name) for key, name in PARTS if getattr(survey, HOLDING.get(key, ""), True)],
        **contents_of(survey),
    )
    return INDENTS.sub("\n", page)


def title_of(survey: Survey) -> str:
    """Name a negotiation by its sides."""
    return " and ".join(map(short, survey.asked.frame.sides))


def _asset(name: str) -> str:
    text = (FOLDER / "static" / name).read_text(encoding="utf-8")
    return INDENTS.sub("\n", text).strip()
