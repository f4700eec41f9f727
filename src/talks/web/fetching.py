"""Fetch one address: redirects followed and checked, retries polite, size and time bounded."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urljoin

from talks import __version__
from talks.readers.extras import need, one_line
from talks.readers.sources import MAX_BYTES
from talks.store import Fetched
from talks.web.addresses import Guard, Target
from talks.web.deadline import Deadline
from talks.web.decoding import ACCEPTED, OverflowingError, decoded
from talks.web.failures import FetchError

__all__ = ["USER_AGENT", "Fetcher", "Limits"]

AGENT: Final = "talks"  # by which a robots.txt names us
USER_AGENT: Final = f"{AGENT}/{__version__} (news tracker on its user's own machine)"
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
LATER: Final = frozenset({429, 502, 503, 504})  # answers that may be others a little later
CHECK: Final = "check the address and the connection"
AGAIN: Final = "try again later"
NOWHERE: Final = "redirects to what is no web address"
LONGEST_WAIT: Final = 366 * 86_400.0  # seconds that are believed of a Retry-After, whatever it says


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one address is taken, and how long that may last."""

    size: int = MAX_BYTES  # bytes, unpacked
    silence: float = 20.0  # seconds without a byte
    whole: float = 120.0  # seconds for one answer
    redirects: int = 6
    attempts: int = 3
    patience: float = 30.0  # seconds that a server may ask to wait


Check = Callable[[str], None]


class Fetcher:
    """Fetches addresses, one after the other; leave it by `with`.

    `check` hears of each address before it is asked, also of those that redirects lead to, and raises a
    `ReadError` for one that is not to be.
    """

    def __init__(
        self, *, allow_private: bool = False, limits: Limits | None = None, check: Check | None = None
    ) -> None:
        self.guard = Guard(allow_private=allow_private)
        self.limits = limits or Limits()
        self._check = check
        self._deadline = Deadline(self.limits.whole)
        self._host = ""
        self._client: Any = None
        self._tls: Any = None

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()

    def fetch(
        self, url: str, conditions: Mapping[str, str] | None = None, *, of: str | None = None
    ) -> Fetched:
        """Return what an address answers with 200, or 304 to `conditions`; anything else is a `FetchError`.

        `conditions` are headers; with `of` they are sent only where they hold: to the address, perhaps behind
        redirects, that told them. What may pass is tried again after a while, as long as the server asks if
        that is not too long.
        """
        stamina = need(url, "a web address", "stamina")
        stamina.instrumentation.set_on_retry_hooks([])  # it would write of each wait to the terminal
        limits = self.limits
        retries = stamina.retry_context(on=self._pause, attempts=limits.attempts, timeout=None)
        for attempt in retries:
            with attempt:
                return self._follow(url, conditions or {}, of)
        raise AssertionError("the last attempt returns or raises")

    def _pause(self, error: Exception) -> bool | float:
        """Say how long to wait before another try; False for what would not pass."""
        if not isinstance(error, FetchError) or error.wait is None or error.wait > self.limits.patience:
            return False
        return error.wait

    def _follow(self, url: str, conditions: Mapping[str, str], of: str | None) -> Fetched:
        asked = url
        for _ in range(self.limits.redirects + 1):
            target = self.guard.admit(url)
            if self._check:
                self._check(url)
            found = self._ask(target, conditions if of in (None, url) else {})
            if isinstance(found, Fetched):
                return replace(found, asked=asked)
            url = found
        raise FetchError(url, "redirects without end", "open it in a browser, and name where that leads")

    def _ask(self, target: Target, conditions: Mapping[str, str]) -> Fetched | str:
        """Ask for an address; return what is answered, or where that sends us."""
        late = FetchError(target.url, f"takes longer than {self.limits.whole:g} seconds", AGAIN)
        with self._deadline as deadline:
            try:
                found = self._ask_in_time(target, conditions)
            except Exception as error:
                if deadline.passed:
                    raise late from error
                raise
        if deadline.passed:  # what has no length ends where it is cut
            raise late
        return found

    def _ask_in_time(self, target: Target, conditions: Mapping[str, str]) -> Fetched | str:
        httpx = need(target.url, "a web address", "httpx")
        try:
            response = self._send(httpx, target, conditions)
            try:
                return self._answer(target.url, response, is_conditional=bool(conditions))
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise FetchError(target.url, "does not answer in time", AGAIN, wait=1.0) from error
        except UnicodeError as error:  # the client looks where it is sent, though it is not to go there
            raise FetchError(target.url, NOWHERE, CHECK) from error
        except httpx.HTTPError as error:
            raise FetchError(target.url, f"can't be fetched ({one_line(error)})", CHECK, wait=1.0) from error

    def _send(self, httpx: Any, target: Target, headers: Mapping[str, str]) -> Any:
        """Send a request to the first of the machines behind a name that can be reached."""
        client = self._client_for(httpx, target.host)
        about = {"User-Agent": USER_AGENT, "Accept-Encoding": ACCEPTED, **headers}
        more = {"trace": self._deadline.trace}
        *others, last = target.ips
        for ip in others:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return client.send(_request(httpx, client, target, ip, about, more), stream=True)
        return client.send(_request(httpx, client, target, last, about, more), stream=True)

    def _client_for(self, httpx: Any, host: str) -> Any:
        """Return a client that has only ever spoken to a name.

        A client keeps connections and cookies by the machine: another name that leads to the same one would
        be asked over a connection whose certificate is not its own, and be told the cookies of the first.
        """
        if self._client is None or self._host != host:
            self.close()
            # No proxies, no netrc: what is asked is asked from here, and no password is sent anywhere.
            self._tls = self._tls or httpx.create_ssl_context(trust_env=False)
            self._host, self._client = (
                host,
                httpx.Client(
                    verify=self._tls, trust_env=False, timeout=self.limits.silence, follow_redirects=False
                ),
            )
        return self._client

    def _answer(self, url: str, response: Any, *, is_conditional: bool) -> Fetched | str:
        status, headers = response.status_code, dict(response.headers)
        if status in REDIRECTS and headers.get("location"):
            return _redirected(url, headers["location"])
        if status != HTTPStatus.OK and not (is_conditional and status == HTTPStatus.NOT_MODIFIED):
            raise _refusal(url, status, headers)
        about = Message()
        about["content-type"] = headers.get("content-type", "")
        return Fetched(
            asked=url,
            url=url,
            status=status,
            data=self._body(url, response, headers.get("content-encoding", "")),
            at=dt.datetime.now(dt.UTC),
            media=about.get_content_type() if headers.get("content-type") else None,
            charset=about.get_content_charset(),
            headers=headers,
        )

    def _body(self, url: str, response: Any, encodings: str) -> bytes:
        limits = self.limits
        try:
            return decoded(response.iter_raw(), encodings, url, most=limits.size)
        except OverflowingError as error:
            size = f"{limits.size / 1_000_000:g} MB"
            raise FetchError(url, f"is larger than {size}", "name the article itself") from error
        except ValueError as error:
            raise FetchError(url, f"can't be unpacked: it is {error}", AGAIN) from error


def _redirected(url: str, location: str) -> str:
    try:
        return str(urljoin(url, location))
    except ValueError as error:  # e.g. a bracket that is never closed
        raise FetchError(url, NOWHERE, CHECK) from error


def _request(
    httpx: Any, client: Any, target: Target, ip: str, headers: Mapping[str, str], extensions: dict[str, Any]
) -> Any:
    """Write what is asked: of a machine that was checked, under the name that the address has."""
    try:
        address = httpx.URL(target.url)
        return client.build_request(
            "GET",
            address.copy_with(host=ip, fragment=None),
            headers={**headers, "Host": address.netloc.decode("ascii")},
            extensions={**extensions, "sni_hostname": address.raw_host.decode("ascii")},
        )
    except (httpx.InvalidURL, ValueError) as error:  # also of a name that no IDNA writes
        raise FetchError(target.url, f"is no web address ({one_line(error)})", CHECK) from error


def _refusal(url: str, status: int, headers: Mapping[str, str]) -> FetchError:
    try:
        told = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        told = str(status)
    if status not in LATER:
        return FetchError(url, f"answers {told}", "check the address", status=status)
    wait = _seconds(headers.get("retry-after"))
    asks = f", and asks to wait {wait:.0f} seconds" if wait else ""
    told = f"answers {told}{asks}"
    return FetchError(
        url, told, AGAIN, wait=1.0 if wait is None else wait, status=status, asked=wait is not None
    )


def _seconds(retry_after: str | None) -> float | None:
    """Read Retry-After: seconds, or a date."""
    if not retry_after:
        return None
    try:
        seconds = (
            float(retry_after)
            if retry_after.strip().isdigit()
            else parsedate_to_datetime(retry_after).timestamp() - time.time()
        )
    except (ValueError, TypeError, OverflowError):  # e.g. a digit that is none of ours, or the year 0
        return None
    return min(max(0.0, seconds), LONGEST_WAIT)
