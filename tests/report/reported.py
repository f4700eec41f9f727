"""The report of a store, as `talks report` draws it."""

from typing import Any

from talks.render.html.report import draw_report, title_of
from talks.render.wording import named_kinds
from talks.store import Store
from talks.views.survey import Asked, find_survey, told_of


def draw(store: Store, **asked: Any) -> str:
    """Draw the report of the only negotiation of a store."""
    (frame,) = told_of(store)
    survey = find_survey(store, Asked(frame, **asked), named=named_kinds())
    assert survey is not None
    return draw_report(survey, title=title_of(survey))
