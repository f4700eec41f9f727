"""Write docs/cli.md and docs/kinds.md from what the program says of itself: `python -m talks.cli.document`.

With `--check` nothing is written: the exit code tells whether the pages are in step.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import typer

from talks.cli.app import build_app
from talks.cli.terminal import complain
from talks.codebook.kinds import Example, Kind, load_kinds
from talks.headlines import FIELDS
from talks.models import Status
from talks.render.actors import ACTOR_COLUMNS
from talks.render.position_rows import LINE_COLUMNS, TABLE_COLUMNS
from talks.render.rows import STATEMENT_COLUMNS, TIMELINE_COLUMNS
from talks.render.wording import load_wording
from talks.views.record import load_rule

__all__ = ["main", "pages"]

WIDTH: Final = 88  # columns of the help in the page
WRITTEN: Final = (
    "<!-- Written by `make docs` (python -m talks.cli.document). Change the program, not this page. -->"
)
FENCE: Final = "```"
COLUMNS: Final = {
    "talks timeline": TIMELINE_COLUMNS,
    "talks statements": STATEMENT_COLUMNS,
    "talks positions": TABLE_COLUMNS,
    "talks positions --topic": LINE_COLUMNS,
    "talks actors": ACTOR_COLUMNS,
}


def main(arguments: Sequence[str], folder: Path = Path("docs")) -> int:
    """Write the pages into a folder, or check them; return the exit code."""
    stale = [name for name, text in pages().items() if not _is_in_step(folder / name, text)]
    if "--check" in arguments:
        for name in stale:
            complain(f"{folder / name}: out of step with the program; run `make docs`")
        return 1 if stale else 0
    for name in stale:
        (folder / name).write_text(pages()[name], encoding="utf-8")
    return 0


def pages() -> dict[str, str]:
    """Return the pages by file name."""
    return {"cli.md": "\n".join(_cli_page()) + "\n", "kinds.md": "\n".join(_kinds_page()) + "\n"}


def _is_in_step(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _cli_page() -> Iterator[str]:
    yield from ("# Command line", "", WRITTEN, "")
    yield from _command(build_app(), "talks", None)
    rule = load_rule()
    yield from ("## Statements of record", "", rule.description, "")
    yield from (f"* Posts: {', '.join(sorted(rule.posts))}.", f"* Topics: {', '.join(sorted(rule.topics))}.")
    yield from (
        f"* Stances, in order: {', '.join(rule.stances)}.",
        f"* `least_words`: {rule.least_words}.",
        "",
    )
    yield from (
        "## Columns",
        "",
        "What `--format json`, `jsonl` and `csv` have; dates are ISO 8601 and EDTF.",
        "",
    )
    for command, columns in COLUMNS.items():
        yield f"* `{command}`: {', '.join(f'`{name}`' for name in columns)}."


def _command(command: Any, name: str, parent: typer.Context | None) -> Iterator[str]:
    """Yield the help of a command, then of those in it."""
    context = command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH)
    lines = [line.rstrip() for line in command.get_help(context).splitlines()]
    yield from (f"## {context.command_path}", "", f"{FENCE}text", *lines, FENCE, "")
    for inner in getattr(command, "commands", {}):
        yield from _command(command.commands[inner], inner, context)


def _kinds_page() -> Iterator[str]:
    yield from ("# Kinds of happenings", "", WRITTEN, "")
    yield from (
        "One file each in `src/talks/codebook/kinds/`; adding one adds a kind.",
        "",
        "## Statuses",
        "",
    )
    yield from ("| mark | status | shown as | headline, unless the kind has its own |", "|-|-|-|-|")
    for status, words in load_wording().statuses.items():
        yield f"| {words.mark} | `{status.value}` | {words.word} | `{words.headline}` |"
    yield from ("", "## Gaps in headlines", "")
    yield "`{what}` is the kind's own phrase. Words in square brackets are left out where a gap among them"
    yield "can't be filled; the first headline that fits counts."
    yield from ("", "| gap | filled with |", "|-|-|")
    yield from (f"| `{{{gap}}}` | {words} |" for gap, words in FIELDS.items())
    for kind in load_kinds().values():
        yield from _kind(kind)


def _kind(kind: Kind) -> Iterator[str]:
    file = kind.file
    yield from ("", f"## {kind.id}", "", f"{file.description} Shown as *{file.label}*.", "")
    yield from _quoted("Is one", map(_as_told, file.examples))
    yield from _quoted("Is none", map(_in_quotes, file.counterexamples))
    yield from _templates("what", file.headlines.what)
    for status in Status:
        yield from _templates(status.value, getattr(file.headlines, status.value))
    yield f"* Rules: {', '.join(f'`{trigger.name}`' for trigger in kind.triggers)}."
    if file.units:
        yield f"* Figures count: {', '.join(sorted(set(file.units.values())))}."


def _as_told(example: Example) -> str:
    status = f" ({example.status.value})" if example.status else ""
    return _in_quotes(example.text) + status


def _in_quotes(sentence: str) -> str:
    return f"“{sentence}”"


def _quoted(title: str, sentences: Iterable[str]) -> Iterator[str]:
    words = " ".join(sentences)
    if words:
        yield f"* {title}: {words}"


def _templates(title: str, templates: Sequence[str]) -> Iterator[str]:
    if templates:
        yield f"* Headline, {title}: {'; else '.join(f'`{template}`' for template in templates)}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
