"""Run the pages on a port of this machine, until they are stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import uvicorn

from talks.errors import TalksError
from talks.serving.guard import Guard
from talks.serving.plugin import TalksDatasette
from talks.serving.routes import Site

__all__ = ["serve"]

Told = Callable[[str], None]  # is told the address, once it can be opened
BACKLOG: Final = 128
QUIET: Final[dict[str, Any]] = {"server_header": False, "date_header": False, "timeout_graceful_shutdown": 1}


def serve(path: Path, *, host: str, port: int, told: Told) -> None:
    """Serve a database on a host and a port, 0 for any that is free, until an interrupt.

    Raises `TalksError` if the port can't be had.
    """
    from datasette import handle_exception  # only once Datasette has loaded it, as a plugin of its own

    handle_exception.rich = None  # or Datasette shows the variables of every error, whole articles among them
    with _listening(host, port) as listener:
        app = Guard(TalksDatasette(Site(path)).app(), host)
        config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", **QUIET)
        name = f"[{host}]" if ":" in host else host
        told(f"http://{name}:{listener.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """Take the port, so that it is known to be ours before anybody is told of it."""
    where = f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _refused(where, error) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise _refused(where, error) from error
    return listener


def _refused(where: str, error: OSError) -> TalksError:
    what = f"it can't be served there ({error.strerror or error})"
    return TalksError(where, what, "name another with --port or --host; --port 0 takes any that is free")
