"""What stands before all pages: who may ask, how, and what a page may do in a browser."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from talks.serving.plugin import NONCE

__all__ = ["Guard"]

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOCAL: Final = "localhost"
READING: Final = ("GET", "HEAD")
FRAMED: Final = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
OURS: Final = f"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; {FRAMED}"
# The styles that the editor of SQL sets: none, and that of its handle.
EDITOR: Final = " ".join(
    f"'sha256-{digest}'"
    for digest in (
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "38xqj8N9cygggde3AvM+xVgS15DUXTOhM9fjk0hLOS0=",
    )
)
# Datasette's templates have scripts and styles in them, which get the nonce, and colours in attributes.
TABLES: Final = (
    "default-src 'self'; script-src 'self' 'nonce-{0}'; "
    f"style-src 'self' 'nonce-{{0}}' {EDITOR}; "
    f"style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; {FRAMED}"
)
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
THEIRS: Final = ("/data", "/-/")  # where Datasette's own pages are
ASSETS: Final = "/-/talks/"


class Guard:
    """Passes on what reads, and is asked by a name of this machine; seals every answer.

    A page from elsewhere can have its own name point at this machine (DNS rebinding), and would then be of
    the same origin as ours; so a name is taken only if it is `localhost`, an address, or the host served.
    """

    def __init__(self, app: App, host: str) -> None:
        self._app = app
        self._host = host.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        NONCE.set(nonce)
        sealed = _sealed(send, _policy(scope["path"], nonce))
        if not self._knows(_host_of(scope)):
            await _refuse(sealed, 421, "this is not the name of this server; open it by its address")
        elif scope["method"] not in READING:
            await _refuse(sealed, 405, "it can only be read: use GET", allow=", ".join(READING))
        else:
            await self._app(scope, receive, sealed)

    def _knows(self, host: str) -> bool:
        return host in (LOCAL, self._host) or _is_address(host)


def _host_of(scope: Scope) -> str:
    """Return the name by which a server is asked, without its port."""
    found = (
        next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1").lower()
    )
    if found.startswith("["):
        return found[1:].partition("]")[0]
    return found.partition(":")[0]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _policy(path: str, nonce: str) -> str:
    theirs = path.startswith(THEIRS) and not path.startswith(ASSETS)
    return TABLES.format(nonce) if theirs else OURS


def _sealed(send: Send, policy: str) -> Send:
    """Add to each answer what it may do."""
    seal = {**HEADERS, "Content-Security-Policy": policy}
    extra = [(name.lower().encode(), value.encode()) for name, value in seal.items()]
    names = {name for name, _ in extra}

    async def send_sealed(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in names]
            message = {**message, "headers": [*kept, *extra]}
        await send(message)

    return send_sealed


async def _refuse(send: Send, status: int, why: str, **headers: str) -> None:
    lines = [(name.encode(), value.encode()) for name, value in headers.items()]
    start = {"type": "http.response.start", "status": status}
    await send({**start, "headers": [(b"content-type", b"text/plain; charset=utf-8"), *lines]})
    await send({"type": "http.response.body", "body": f"{why}\n".encode()})
