"""What a timeline can be filtered by on a page: kinds, statuses, parties and sources, as short tokens."""

from __future__ import annotations

from typing import Final

from talks.models import Statement
from talks.render.evidence import name_of
from talks.render.harmless import harmless
from talks.render.wording import load_kind_words, load_wording
from talks.views.survey import Survey
from talks.views.timeline import Entry, Told

__all__ = ["find_choices"]

NAMES: Final = {"k": "Kind", "s": "Status", "p": "Party", "o": "Source"}  # by the first letter of tokens
SAID: Final = "stated position"

Choice = tuple[str, list[tuple[str, str]]]  # what is chosen by, and each token with how it is called
Values = tuple[list[str], ...]  # of an entry, in the order of NAMES


def find_choices(survey: Survey) -> tuple[list[Choice], dict[str, str]]:
    """Return what can be chosen, and by the id of each entry the tokens that it answers to."""
    values = {_key(entry): _values(entry, survey) for entry in survey.entries}
    choices: list[Choice] = []
    tokens: list[dict[str, str]] = []
    for n, (letter, name) in enumerate(NAMES.items()):
        found = sorted({value for own in values.values() for value in own[n]})
        tokens.append({value: f"{letter}{number}" for number, value in enumerate(found)})
        choices.append((name, [(token, value) for value, token in tokens[n].items()]))
    return choices, {key: _joined(own, tokens) for key, own in values.items()}


def _joined(own: Values, tokens: list[dict[str, str]]) -> str:
    return " ".join(tokens[n][value] for n, values in enumerate(own) for value in values)


def _key(entry: Entry) -> str:
    return entry.event.id if isinstance(entry, Told) else entry.id


def _values(entry: Entry, survey: Survey) -> Values:
    """Return the kind, the status, the parties and the sources of an entry, as they are shown."""
    if isinstance(entry, Statement):
        party = [entry.party] if entry.party else []
        return [SAID], [], party, [harmless(name_of(survey.articles[entry.article]))]
    event, reports = entry.event, survey.pages[entry.event.id].reports
    sources = sorted({harmless(name_of(report.article)) for report in reports})
    kind, status = load_kind_words(event.kind).label, load_wording().statuses[event.status].word
    return [kind], [status], sorted(event.parties), sources
