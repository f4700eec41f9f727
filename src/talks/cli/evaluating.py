"""Measure how well articles are read, and print it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import glob
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

from talks.cli.options import PageFormat
from talks.cli.terminal import output_paper, say, write_lines
from talks.codebook import load_codebook
from talks.errors import GoldError, TalksError
from talks.evaluation import (
    Changed,
    Export,
    Figures,
    GoldFile,
    PartResult,
    Phenomenon,
    Score,
    Shown,
    compare,
    evaluate,
    figures_of,
    list_shown,
    load_gold,
    phenomena_of,
    read_export,
)
from talks.exporters import export
from talks.ingest import Intake, engine_id
from talks.readers import open_sources
from talks.render.evaluation import change_lines, figure_lines, phenomenon_lines, shown_lines
from talks.render.records import json_text
from talks.store import open_store

__all__ = ["evaluate_gold"]

IN_PART: Final = 3
SORTS: Final = {"misses": "missed", "wrong": "wrong", "spurious": "spurious"}
FEW: Final = 3  # fragments that are named


@dataclasses.dataclass(frozen=True, slots=True)
class Evaluation:
    """All that is printed; `before` and `changed` are None without something to compare with."""

    figures: Figures
    phenomena: list[Phenomenon]
    before: Figures | None
    changed: list[Changed] | None
    shown: list[Shown]


def evaluate_gold(
    folder: Path,
    *,
    articles: Sequence[Path],
    against: Path | None,
    show: str | None,
    save: Path | None,
    form: PageFormat,
    quiet: bool,
) -> int:
    """Read the articles of the gold anew, print how well that went, and return the exit code."""
    gold = load_gold(folder)
    earlier = _open_export(against) if against else None
    files, absent = _find_articles(gold, folder, articles)
    lines, aside = _read_anew(files)
    if save:
        _save(save, lines)
    results = evaluate(gold, read_export(lines.splitlines(), "the export"))
    then = evaluate(gold, earlier) if earlier else None
    found = Evaluation(
        figures=figures_of(results),
        phenomena=phenomena_of(results),
        before=figures_of(then) if then else None,
        changed=compare(then, results) if then else None,
        shown=[one for one in list_shown(results) if show in ("all", _word_of(one))],
    )
    write_lines(
        _json_lines(found) if form is PageFormat.JSON else _text_lines(found, listed=show is not None)
    )
    for line in (*absent, *aside):
        say(f"set aside: {line}")
    for note in _astray(results):
        say(note, quiet=quiet)
    return IN_PART if absent or aside else 0


def _word_of(shown: Shown) -> str:
    return next(word for word, sort in SORTS.items() if sort == shown.sort)


def _open_export(path: Path) -> Export:
    try:
        with path.open(encoding="utf-8") as lines:
            return read_export(lines, path)
    except (OSError, UnicodeDecodeError) as error:
        what = f"it can't be read ({getattr(error, 'strerror', None) or error})"
        raise GoldError(path, what, "name an export in JSONL") from error


def _find_articles(
    gold: Iterable[GoldFile], folder: Path, named: Sequence[Path]
) -> tuple[list[Path], list[str]]:
    """Return the article files of the gold, and a line for each that is nowhere."""
    for root in named:
        if not root.is_dir():
            raise TalksError(root, "it is no folder", "name a folder of articles with --articles")
    roots = (*named, folder.resolve().parent, folder, folder.resolve().parent / "articles")
    found, absent = [], []
    for one in gold:
        path = _find_file(one.file, roots, named)
        if path:
            found.append(path)
        else:
            absent.append(f"{one.id}: there is no file {one.file} for it; name its folder with --articles")
    if not found:
        raise GoldError(folder, "no article of this gold is there", "name their folder with --articles")
    return found, absent


def _find_file(file: str, roots: Sequence[Path], named: Sequence[Path]) -> Path | None:
    """Find a file at its path from one of the roots, else anywhere below a folder that was named."""
    name = glob.escape(Path(file).name)
    below = (path for root in named for path in sorted(root.rglob(name)))
    return next((path for path in chain((root / file for root in roots), below) if path.is_file()), None)


def _read_anew(files: Sequence[Path]) -> tuple[str, list[str]]:
    """Ingest files into a database of the moment; return its export, and what was set aside."""
    out = io.StringIO()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "talks.db", mode="create") as store,
    ):
        intake = Intake(store, load_codebook(), engine_id(), clock=lambda: dt.datetime.now(dt.UTC))
        intake.workspace = Path.cwd()  # files are named as a database here would name them
        tally = intake.run(open_sources(files))
        if tally.interrupted:  # figures over part of the gold would look like figures over all
            raise KeyboardInterrupt
        export(store, "jsonl", out)
    return out.getvalue(), tally.set_aside


def _save(path: Path, lines: str) -> None:
    try:
        path.write_text(lines, encoding="utf-8", newline="")
    except OSError as error:
        raise TalksError(path, f"it can't be written ({error.strerror})", "name another file") from error


def _astray(results: Sequence[PartResult]) -> Iterator[str]:
    """Yield what the gold quotes and its article does not hold, so that it can't be found."""
    for result in results:
        if result.astray:
            few = ", ".join(f"“{words}”" for words in result.astray[:FEW])
            more = f" and {len(result.astray) - FEW} more" if len(result.astray) > FEW else ""
            yield f"note: {result.name}: not in the text of its article: {few}{more}"


def _text_lines(found: Evaluation, *, listed: bool) -> Iterator[str]:
    paper = output_paper()
    yield from figure_lines(found.figures, found.before, paper)
    yield from phenomenon_lines(found.phenomena, paper)
    if found.changed is not None:
        yield from change_lines(found.changed, paper)
    if listed:
        yield from shown_lines(found.shown, paper)


def _json_lines(found: Evaluation) -> Iterator[str]:
    value: dict[str, Any] = {
        "figures": _figures(found.figures),
        "phenomena": [dataclasses.asdict(row) for row in found.phenomena],
        "before": _figures(found.before) if found.before else None,
        "changed": None if found.changed is None else [dataclasses.asdict(row) for row in found.changed],
        "shown": [dataclasses.asdict(row) for row in found.shown],
    }
    yield json_text(value, indent=2)


def _figures(figures: Figures) -> dict[str, Any]:
    """Return figures by name, a score by the letters that it is known by."""
    rows = ((field.name, getattr(figures, field.name)) for field in dataclasses.fields(figures))
    return {name: _score(value) if isinstance(value, Score) else value for name, value in rows}


def _score(score: Score) -> dict[str, float | int]:
    values = {"P": score.precision, "R": score.recall, "F": score.f1, "gold": score.gold, "got": score.got}
    return {name: value for name, value in values.items() if value is not None}
