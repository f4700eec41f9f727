"""Print what was found at a path or an address, and what became other there."""

from __future__ import annotations

from talks.cli.listing import written
from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.readers import is_url
from talks.render.captures import CAPTURE_BRIEF, CAPTURE_COLUMNS, capture_rows, draw_captures
from talks.render.revision import REVISION_BRIEF, REVISION_COLUMNS, draw_revision, revision_rows
from talks.store import Store
from talks.views.captures import Findings, find_findings, named_locator, two_of
from talks.views.frames import load_frames
from talks.workspace import locator_of, workspace_of

__all__ = ["list_captures", "list_revision"]


def list_captures(store: Store, name: str, *, form: Format) -> None:
    """Print what was found at a locator."""
    findings = _findings(store, name)
    if form is Format.TABLE:
        write_lines(output_paper().write_all(draw_captures(findings)))
    else:
        write_lines(written(capture_rows(findings), form, CAPTURE_BRIEF, CAPTURE_COLUMNS))


def list_revision(
    store: Store, name: str, before: str | None, after: str | None, *, form: Format, quiet: bool
) -> None:
    """Print what became other between two texts of a locator."""
    from talks.codebook import load_codebook
    from talks.views.revision import revise  # brings the engine

    findings = _findings(store, name)
    pair = two_of(findings, before, after)
    if pair is None:
        say(f"note: {findings.locator} has had but one text, so there is nothing to compare", quiet=quiet)
        write_lines(() if form is Format.TABLE else written((), form, REVISION_BRIEF, REVISION_COLUMNS))
        return
    revision = revise(pair[0].article, pair[1].article, load_codebook())
    if form is Format.TABLE:
        paper = output_paper()
        write_lines(paper.write_all(draw_revision(revision, pair, load_frames(store), paper)))
    else:
        write_lines(written(revision_rows(revision), form, REVISION_BRIEF, REVISION_COLUMNS))


def _findings(store: Store, name: str) -> Findings:
    """Find what a path or an address names, as it is written or as the store writes it."""
    return find_findings(store, named_locator(store, name, _clean(store, name)))


def _clean(store: Store, name: str) -> str:
    if not is_url(name):
        return locator_of(name, workspace_of(store.path))
    from talks.web.pages import clean_address

    return clean_address(name)
