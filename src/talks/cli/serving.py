"""Run the server of pages for the command line: say where it is, and end it quietly."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Final

from talks.cli.extras import need_extra
from talks.cli.terminal import say, write_lines

__all__ = ["run_server"]

LIBRARIES: Final = ("datasette", "jinja2", "altair", "vl_convert")


def run_server(path: Path, *, host: str, port: int, browse: bool, quiet: bool) -> None:
    """Serve a database until Ctrl-C; its address is told on standard output as soon as it can be opened."""
    need_extra("serve", "serve", LIBRARIES)
    from talks.serving.server import serve

    def tell(address: str) -> None:
        write_lines([address])
        sys.stdout.flush()
        say(f"serving {path}, to be read only; Ctrl-C ends it", quiet=quiet)
        if browse:
            webbrowser.open(address)

    with suppress(KeyboardInterrupt):  # how it is meant to end
        serve(path, host=host, port=port, told=tell)
