"""Machines are asked as they want to be asked, and one that fails does not hold up the others."""

import datetime as dt
import threading
import time
from collections.abc import Iterator

import pytest
from clocked import NOON, Clock
from pytest_httpserver import HTTPServer
from werkzeug import Request as Asked
from werkzeug import Response

from talks.store.hosts import Host, RobotsFile, RobotsState
from talks.web.visitor import Answer, Manners, Request
from talks.web.visits import Visits


@pytest.fixture
def visits(manners: Manners) -> Iterator[Visits]:
    with Visits({}, manners) as found:
        yield found


@pytest.fixture
def open_site(httpserver: HTTPServer) -> HTTPServer:
    """Serve no robots.txt."""
    httpserver.expect_request("/robots.txt").respond_with_data(status=404)
    return httpserver


def serve(httpserver: HTTPServer, path: str, text: str = "words", **options) -> Request:
    httpserver.expect_request(path).respond_with_data(text, **options)
    return Request(httpserver.url_for(path))


def one(visits: Visits, request: Request) -> Answer:
    [answer] = visits.ask([request])
    return answer


def asked(httpserver: HTTPServer, path: str) -> int:
    return sum(request.path == path for request, _ in httpserver.log)


def test_answers_come_in_the_order_of_their_requests(open_site: HTTPServer, visits: Visits):
    requests = [serve(open_site, f"/{n}", str(n)) for n in (3, 1, 2)]
    assert [answer.fetched.data for answer in visits.ask(requests)] == [b"3", b"1", b"2"]


def test_what_a_site_does_not_allow_is_not_asked(httpserver: HTTPServer, visits: Visits):
    serve(httpserver, "/robots.txt", "User-agent: talks\nDisallow: /no\n\nUser-agent: *\nDisallow: /yes")
    answers = visits.ask([serve(httpserver, "/no/1"), serve(httpserver, "/yes/1")])
    assert "is not for programs, says its robots.txt" in str(answers[0].error)
    assert answers[1].fetched
    assert (asked(httpserver, "/robots.txt"), asked(httpserver, "/no/1")) == (1, 0)


def test_a_redirect_does_not_lead_around_it(httpserver: HTTPServer, visits: Visits):
    serve(httpserver, "/robots.txt", "User-agent: *\nDisallow: /no")
    serve(httpserver, "/no")
    request = serve(httpserver, "/yes", status=302, headers={"Location": "/no"})
    assert "says its robots.txt" in str(one(visits, request).error)
    assert asked(httpserver, "/no") == 0


def test_without_a_robots_txt_all_is_allowed(open_site: HTTPServer, visits: Visits):
    assert one(visits, serve(open_site, "/a")).fetched
    [host] = visits.hosts
    assert host.robots == RobotsFile(RobotsState.NONE, NOON + dt.timedelta(days=1))


def test_while_nobody_knows_what_is_allowed_nothing_is_asked(httpserver: HTTPServer, visits: Visits):
    serve(httpserver, "/robots.txt", status=503)
    first, second = visits.ask([serve(httpserver, "/a"), serve(httpserver, "/b")])
    assert "nobody knows what it allows: it answers 503" in str(first.error)
    assert second == Answer(second.request)
    assert (asked(httpserver, "/a"), asked(httpserver, "/b")) == (0, 0)


@pytest.mark.parametrize(
    ("told", "hours"), [("max-age=7200", 2), ("max-age=1", 1 / 6), ("max-age=99999999", 24), ("no-store", 24)]
)
def test_a_robots_txt_holds_as_long_as_it_says(
    httpserver: HTTPServer, manners: Manners, clock: Clock, told: str, hours: float
):
    serve(httpserver, "/robots.txt", "User-agent: *\nAllow: /", headers={"Cache-Control": told})
    request = serve(httpserver, "/a")
    with Visits({}, manners) as visits:
        one(visits, request)
        known = {host.origin: host for host in visits.hosts}
    for minutes, times in ((-1, 1), (1, 2)):
        clock.now = NOON + dt.timedelta(hours=hours, minutes=minutes)
        with Visits(known, manners) as visits:
            assert one(visits, request).fetched
        assert asked(httpserver, "/robots.txt") == times


@pytest.mark.parametrize(
    ("status", "after", "seconds"), [(429, "3600", 3600), (503, "3600", 3600), (429, "5", 300)]
)
def test_a_machine_that_asks_to_wait_is_left_alone_also_by_the_next_run(
    open_site: HTTPServer, manners: Manners, clock: Clock, status: int, after: str, seconds: int
):
    request = serve(open_site, "/a", status=status, headers={"Retry-After": after})
    with Visits({}, manners) as visits:
        assert one(visits, request).error
        assert one(visits, serve(open_site, "/b")) == Answer(Request(open_site.url_for("/b")))
        [host] = visits.hosts
    assert host.not_before == NOON + dt.timedelta(seconds=seconds)
    for minutes, times in ((-1, 1), (1, 2)):
        clock.now = host.not_before + dt.timedelta(minutes=minutes)
        with Visits({host.origin: host}, manners) as visits:
            one(visits, request)
        assert asked(open_site, "/a") == times


def test_what_it_asks_for_is_not_believed_without_end(open_site: HTTPServer, visits: Visits):
    one(visits, serve(open_site, "/a", status=429, headers={"Retry-After": "999999999"}))
    assert visits.hosts[0].not_before == NOON + dt.timedelta(days=7)


def test_a_machine_that_fails_often_is_left_alone_ever_longer(manners: Manners, clock: Clock):
    known = {
        "http://127.0.0.1:9": Host(
            "http://127.0.0.1:9", robots=RobotsFile(RobotsState.NONE, NOON + dt.timedelta(days=9))
        )
    }
    waits = []
    for _ in range(14):
        with Visits(known, manners) as visits:
            assert one(visits, Request("http://127.0.0.1:9/a")).error
            known = {host.origin: host for host in visits.hosts}
        [host] = known.values()
        if host.not_before:
            waits.append((host.not_before - clock.now).total_seconds() / 60)
            clock.now = host.not_before
    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]


def test_what_only_a_page_lacks_is_not_held_against_its_machine(open_site: HTTPServer, visits: Visits):
    answers = visits.ask([serve(open_site, f"/{n}", status=404 if n < 5 else 200) for n in range(6)])
    assert answers[5].fetched
    assert visits.hosts[0].failures == 0


def test_a_machine_rests_between_requests_as_long_as_it_asks_for(
    httpserver: HTTPServer, visits: Visits, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("talks.web.visitor._is_this_machine", lambda _origin: False)
    serve(httpserver, "/robots.txt", "User-agent: *\nCrawl-delay: 3")
    visits.ask([serve(httpserver, f"/{n}") for n in range(3)])
    assert clock.slept == [3.0, 3.0]


def test_each_machine_is_asked_for_one_thing_at_a_time_and_several_at_once(
    open_site: HTTPServer, visits: Visits
):
    busy: dict[str, int] = {"localhost": 0, "127.0.0.1": 0}
    most_alone, most_together = [], []
    lock = threading.Lock()

    def answer(request: Asked) -> Response:
        name = request.host.partition(":")[0]
        with lock:
            busy[name] += 1
            most_alone.append(busy[name])
            most_together.append(sum(busy.values()))
        time.sleep(0.05)
        with lock:
            busy[name] -= 1
        return Response("words")

    open_site.expect_request("/a").respond_with_handler(answer)
    links = [f"http://{name}:{open_site.port}/a" for name in busy for _ in range(5)]
    assert all(answer.fetched for answer in visits.ask(map(Request, links)))
    assert (max(most_alone), max(most_together)) == (1, 2)


def test_a_machine_that_is_slow_or_endless_does_not_stop_the_others(open_site: HTTPServer, visits: Visits):
    open_site.expect_request("/slow").respond_with_handler(lambda _: time.sleep(0.8) or Response("late"))
    open_site.expect_request("/endless").respond_with_handler(
        lambda _: Response(b"a" * 10_000 for _ in range(10_000))
    )
    slow, endless = (Request(open_site.url_for(path)) for path in ("/slow", "/endless"))
    fine = Request(serve(open_site, "/fine").link.replace("localhost", "127.0.0.1"))
    answers = visits.ask([slow, endless, fine])
    assert "does not answer in time" in str(answers[0].error)
    assert "is larger than 0.2 MB" in str(answers[1].error)
    assert answers[2].fetched


def test_private_machines_are_refused_without_a_robots_txt_being_asked(httpserver: HTTPServer, clock: Clock):
    with Visits({}, Manners(clock=clock)) as visits:
        assert "use --allow-private" in str(one(visits, serve(httpserver, "/a")).error)
    assert not httpserver.log


def test_what_another_machine_lacks_is_not_held_against_the_one_that_leads_there(
    open_site: HTTPServer, visits: Visits
):
    busy = serve(open_site, "/busy", status=429, headers={"Retry-After": "900"})
    there = busy.link.replace("localhost", "127.0.0.1")
    assert one(visits, serve(open_site, "/old", status=302, headers={"Location": there})).error
    assert one(visits, serve(open_site, "/fine")).fetched


def test_a_machine_behind_redirects_is_left_alone_as_it_asks(open_site: HTTPServer, visits: Visits):
    busy = serve(open_site, "/busy", status=429, headers={"Retry-After": "900"})
    there = busy.link.replace("localhost", "127.0.0.1")
    answers = visits.ask(
        [serve(open_site, f"/{n}", status=302, headers={"Location": there}) for n in range(9)]
    )
    assert "asks to wait 900 seconds" in str(answers[0].error)
    assert [(answer.fetched, answer.error) for answer in answers[1:]] == [(None, None)] * 8
    assert asked(open_site, "/busy") == 1
    assert one(visits, Request(there)) == Answer(Request(there))
    waiting = {host.origin: host.not_before for host in visits.hosts}
    assert waiting == {
        f"http://127.0.0.1:{open_site.port}": NOON + dt.timedelta(seconds=900),
        f"http://localhost:{open_site.port}": None,
    }
