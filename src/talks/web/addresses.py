"""Which addresses may be asked: those of the public internet, unless private ones are allowed.

A name is resolved once, and the connection is made to the address that was checked: a name that answers
otherwise the next time leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from talks.errors import ReadError
from talks.web.failures import FetchError

__all__ = ["Guard", "Target", "is_address", "join_address", "split_address"]

PORTS: Final = {"http": 80, "https": 443}
NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
MACHINES: Final = 4  # of one name that are tried
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """An address on the web, and the machines that were found to answer for it, in the order to try them."""

    url: str
    host: str
    ips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guard:
    """Finds the machines for an address, or refuses."""

    allow_private: bool = False

    def admit(self, url: str) -> Target:
        """Check an address and resolve its name; a `ReadError` says why it is not asked."""
        parts = split_address(url)
        host = parts.hostname or ""
        addresses = _resolve(url, host, parts.port or PORTS[parts.scheme])
        refused = [address for address in addresses if not _is_public(address)]
        if refused and not self.allow_private:
            what = f"leads to {refused[0]}, which is no address of the public internet"
            raise ReadError(url, what, "use --allow-private if that is meant")
        return Target(url, host, tuple(dict.fromkeys(map(str, addresses)))[:MACHINES])


def split_address(url: str) -> SplitResult:
    """Take apart an address that may be asked; a `ReadError` without its password says what is wrong."""
    try:
        parts = urlsplit(url)
        port_is_there = parts.port is None or parts.port > 0
    except ValueError as error:
        raise ReadError(url, f"is no web address ({error})", "write it as https://…") from error
    if "@" in parts.netloc:  # what stands before it may be a secret, and is not repeated
        shown = f"{parts.scheme}://…@{parts.hostname}"
        raise ReadError(shown, "holds a name or password", "leave it out")
    if parts.scheme not in PORTS or not parts.hostname or not port_is_there:
        raise ReadError(url, "is no web address", "write it as https://…")
    return parts


def is_address(url: str) -> bool:
    """Tell whether something is an address that may be asked: of the web, sound, and without a password."""
    try:
        split_address(url)
    except ReadError:
        return False
    return True


def join_address(base: str, link: str) -> str | None:
    """Return the address that a page at `base` links to; None if that is none that may be asked."""
    try:
        found = urljoin(base, link)
    except ValueError:  # e.g. a bracket that is never closed
        return None
    return found if is_address(found) else None


def _resolve(url: str, host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        if getattr(error, "errno", None) == socket.EAI_AGAIN:  # e.g. there is no connection
            raise FetchError(url, "can't be found now", "check the connection", wait=1.0) from error
        reason = getattr(error, "strerror", None) or "its name can't be resolved"
        raise ReadError(url, f"can't be found ({reason})", "check the address and the connection") from error
    return [ipaddress.ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in found]


def _is_public(address: Address) -> bool:
    """Tell whether an address, and any that it stands for, is one of the public internet."""
    return address.is_global and not address.is_multicast and all(map(_is_public, _inside(address)))


def _inside(address: Address) -> list[Address]:
    """Return the IPv4 addresses that an IPv6 address is a way to write."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    mapped: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        mapped.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [inner for inner in mapped if inner is not None]
