"""Ask many machines at once, and each of them one thing after the other."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import TracebackType

from talks.store.hosts import Host
from talks.web.machines import Machines
from talks.web.robots import Robots, origin_of
from talks.web.visitor import Answer, Manners, Request, Visitor

__all__ = ["Visits"]

Answers = dict[int, Answer]  # by the place of their requests


class Visits:
    """Keeps a visitor for each machine that is asked; leave it by `with`."""

    def __init__(self, hosts: Mapping[str, Host], manners: Manners) -> None:
        self._machines = Machines(hosts)
        self._manners = manners
        files = {origin: host.robots for origin, host in hosts.items() if host.robots}
        self._robots = Robots(files, manners.clock)
        self._visitors: dict[str, Visitor] = {}
        self._stopped = threading.Event()

    def __enter__(self) -> Visits:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        for visitor in self._visitors.values():
            visitor.close()

    @property
    def hosts(self) -> list[Host]:
        """What is known now of the machines that were asked, and of those that robots.txt was asked of."""
        files = self._robots.files
        asked = sorted(self._machines.asked.union(files))
        return [replace(self._machines[origin], robots=files.get(origin)) for origin in asked]

    def left_alone(self, link: str) -> Host | None:
        """Return the machine of an address if it is left alone for a while."""
        return self._machines.left_alone(origin_of(link), self._manners.clock())

    def ask(self, requests: Iterable[Request]) -> list[Answer]:
        """Return the answers to all requests, in their order."""
        asked = list(requests)
        by_origin: dict[str, list[int]] = defaultdict(list)
        for n, request in enumerate(asked):
            by_origin[origin_of(request.link)].append(n)
        answers: Answers = {}
        for found in self._in_threads(by_origin, asked):
            answers |= found
        return [answers[n] for n in range(len(asked))]

    def _in_threads(
        self, by_origin: Mapping[str, Sequence[int]], asked: Sequence[Request]
    ) -> Iterator[Answers]:
        """Let threads take one machine after the other, and yield what each answers."""
        waiting: queue.SimpleQueue[tuple[Visitor, Sequence[int]]] = queue.SimpleQueue()
        done: queue.SimpleQueue[Answers | BaseException] = queue.SimpleQueue()
        for origin, places in by_origin.items():
            waiting.put((self._visitor(origin), places))

        def work() -> None:
            while not self._stopped.is_set() and not waiting.empty():
                try:
                    visitor, places = waiting.get_nowait()
                    done.put({n: visitor.ask(asked[n]) for n in places})
                except queue.Empty:
                    return
                except BaseException as error:  # noqa: BLE001 - it is raised where the answer is awaited
                    done.put(error)

        for _ in range(min(self._manners.machines, len(by_origin))):
            threading.Thread(target=work, daemon=True).start()  # an interrupt waits for none of them
        for _ in by_origin:
            found = done.get()
            if isinstance(found, BaseException):
                raise found
            yield found

    def _visitor(self, origin: str) -> Visitor:
        if origin not in self._visitors:
            self._visitors[origin] = Visitor(origin, self._machines, self._robots, self._manners)
        return self._visitors[origin]
