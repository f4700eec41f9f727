"""The templates, with the words and marks of all screens; whatever they show is text, never markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from talks.models import Event, Statement
from talks.render.chains import chain_names
from talks.render.crediting import all_credited, claimed, credit, credited, name_voice
from talks.render.dates import in_brief, in_full, in_month, on_day
from talks.render.event import why_believed
from talks.render.evidence import basis, name_of
from talks.render.figures import figure, way_of
from talks.render.harmless import harmless
from talks.render.html import marks
from talks.render.html.words import FILTERS
from talks.render.positions import titled
from talks.render.quantities import number
from talks.render.sentences import counted, headline, short
from talks.render.swaps import rest_of
from talks.render.wording import load_kind_words, load_wording
from talks.render.words import said, speaker_of
from talks.views.agenda import Item
from talks.views.frames import Frame, offices_of
from talks.views.outcomes import Overdue

__all__ = ["FOLDER", "load_templates"]

FOLDER: Final = Path(__file__).parent
WEB: Final = ("https://", "http://")  # what a reader may follow a locator by
Href = Callable[[str], str]
# Filters that show a thing in the same way whatever negotiations are known.
PLAIN: Final[dict[str, Callable[..., Any]]] = {
    **FILTERS,
    "basis": basis,
    "brief": in_brief,
    "claimed": claimed,
    "context": marks.context,
    "counted": counted,
    "credited": credited,
    "figure": figure,
    "full": in_full,
    "in_month": in_month,
    "kind": lambda kind: load_kind_words(kind).label,
    "name": name_of,
    "number": number,
    "on_day": on_day,
    "rest": lambda book, group: rest_of(book.total, group, book),
    "said": said,
    "short": short,
    "stance": lambda stance: load_wording().stances[stance],
    "stand": lambda group: load_wording().groups[group],
    "status": lambda status: load_wording().statuses[status],
    "titled": titled,
    "way": way_of,
    "why": why_believed,
}


def load_templates(frames: Sequence[Frame], href: Href = lambda key: f"#{key}") -> Environment:
    """Return the templates for the negotiations that are known; `href` tells where a record is shown."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= PLAIN | _filters(frames)
    environment.tests["web"] = _is_web
    environment.globals |= {"href": href, "marks": marks}
    return environment


def _as_text(value: Any) -> Any:
    """Show what could steer the reading as pictures of it; what templates made themselves stays."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return harmless(value.replace("\n", " "))
    return value


def _is_web(locator: str | None) -> bool:
    return bool(locator) and str(locator).lower().startswith(WEB)


def _filters(frames: Sequence[Frame]) -> dict[str, Callable[..., Any]]:
    """Return the filters that name sides and offices, each as its negotiation does."""
    sides = [frame.sides for frame in frames]
    offices = offices_of(frames)

    def line(event: Event, rule: str | None = None, *, overdue: Overdue | None = None) -> str:
        return headline(event, rule=rule, sides=sides, overdue=overdue)

    def speaker(statement: Statement, *, with_party: bool = True) -> str:
        return speaker_of(statement, offices, with_party=with_party)

    def backed(item: Item) -> str:
        return all_credited(credit(backer.claim, backer.article, offices) for backer in item.backers)

    return {
        "backed": backed,
        "chain": lambda chain, article: chain_names(chain, article, offices),
        "headline": line,
        "speaker": speaker,
        "voice": lambda voice: name_voice(voice.claim, voice.article, offices),
    }
