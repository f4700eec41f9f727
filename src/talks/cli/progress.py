"""Show on a terminal what is being done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from talks.cli.terminal import is_terminal
from talks.render.harmless import harmless

__all__ = ["show_progress"]


@contextmanager
def show_progress(verb: str, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Yield what is told on what work is going on; nothing is shown where no person looks."""
    if quiet or not is_terminal(sys.stderr):
        yield lambda _what: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(verb)) as status:
        yield lambda what: status.update(Text(f"{verb} {harmless(what)}"))
