"""What linking costs as the database grows: per mention from scratch, and for one more article.

    .venv/bin/python benchmarks/linking.py [MENTIONS ...]

Invented happenings, five a day, are told of by eight reports each, with a day, with a month, or as plans.
Times are ratios to those of the smallest number of mentions, within one run; the median of 30 articles.
A thousand mentions are of 25 days, less than a plan looks ahead: an article costs more until there are some
months, and from 10,000 on the same.

Then the crowds: reports of one pair of leaders, of the exchanges of every month, of one pair's calls, over
more years or more of them in the same, and of one round. All costs are ratios to the first of them.
"""

import bisect
import datetime as dt
import random
import statistics
import sys
import time
from collections import defaultdict

from talks.link import Board, Linker, Report, keys_of, link
from talks.models import Basis, Count, Evidence, Mention, Precision, Span, Status, When, record_id

SIZES = (1_000, 10_000, 100_000)
A_DAY, REPORTS, ARTICLES = 5, 8, 30
KINDS = ("talks", "meeting", "summit", "call", "prisoner_swap", "repatriation", "ceasefire", "document")
PARTIES = (("Norland", "Sudria"), ("Norland", "Helvaria"), ("Sudria", "Helvaria"), ("Caldor", "Norland"))
PLACES = ("Castrel", "Tresk", "Dravo", "Sankt Orlen", "Belmora", None)
FIRST = dt.date(1990, 1, 1)
LEADERS = ("Halvard Stenmoe", "Marisela Quent")
CROWDS = {
    "pair": ("summit", 200),
    "swaps": ("prisoner_swap", 30),
    "calls": ("call", 9),
    "round": ("talks", 40),
}
CROWDED = ((1_000, 1_000), (2_000, 2_000), (2_000, 1_000))  # reports, days
FEW = 5  # articles that are added to a crowd
ROUND = 40  # days in which one round is told of


def main(sizes):
    base = None
    print(
        f"{'mentions':>10} {'events':>8} {'scratch, per mention':>22} {'one article':>12} {'read for it':>12}"
    )
    for size in sizes:
        found = measure(size)
        base = base or found
        whole, one = found[1] / base[1], found[2] / base[2]
        print(f"{size:>10,} {found[0]:>8,} {whole:>21.2f}x {one:>11.2f}x {found[3]:>12,}", flush=True)
    compare_crowds()


def compare_crowds():
    """Print what crowds cost: twice the reports, over twice the days or in the same."""
    base = None
    heads = ("crowd of", "reports", "days", "scratch, per mention", "one article", "read for it")
    print("\n{:>10} {:>8} {:>6} {:>22} {:>12} {:>12}".format(*heads))
    for name in CROWDS:
        for size, days in CROWDED if name != "round" else [(size, ROUND) for size, _ in CROWDED[:2]]:
            found = measure_reports(list(make_crowd(name, size, days)), random.Random(size), FEW)  # noqa: S311
            base = base or found
            whole, one = found[1] / base[1], found[2] / base[2]
            print(
                f"{name:>10} {size:>8,} {days:>6,} {whole:>21.2f}x {one:>11.2f}x {found[3]:>12,}", flush=True
            )


def measure(size):
    """Return the events, the time from scratch per mention, and the time and reports read for one article."""
    generator = random.Random(size)  # noqa: S311 - no secret
    return measure_reports(list(make_reports(generator, size)), generator)


def measure_reports(reports, generator, articles=ARTICLES):
    start = time.process_time()
    events = len(link(reports))
    scratch = (time.process_time() - start) / len(reports)
    kept, keyed = {report.mention.id: report for report in reports}, defaultdict(list)
    for report in reports:
        for key in keys_of(report):
            keyed[key].append(report.mention.id)
    order = sorted(keyed)
    costs = [link_one(report, kept, keyed, order) for report in generator.sample(reports, articles)]
    return (
        events,
        scratch,
        statistics.median(c[0] for c in costs),
        int(statistics.median(c[1] for c in costs)),
    )


def link_one(report, kept, keyed, order):
    def fetch(keys, known):
        found = {mention for key in keys for mention in keyed[key]}.difference(known)
        read.update(found)
        return [kept[mention] for mention in found]

    def seek(first, last, back):
        at = bisect.bisect_left(order, last) - 1 if back else bisect.bisect_left(order, first)
        return order[at] if 0 <= at < len(order) and first <= order[at] < last else None

    read, start = set(), time.process_time()
    board = Board(fetch=fetch, seek=seek)
    linker = Linker(board)
    list(linker.events(linker.touched([board.put(report)])))
    return time.process_time() - start, len(read)


def make_reports(generator, size):
    for n in range(size // REPORTS):
        day = FIRST + dt.timedelta(days=n // A_DAY)
        kind, parties = generator.choice(KINDS), generator.choice(PARTIES)
        place, figure = generator.choice(PLACES), generator.randrange(20, 2000)
        for m in range(REPORTS):
            yield make_report(generator, n * REPORTS + m, day, (kind, parties, place, figure))


def make_report(generator, n, day, happening):
    kind, parties, place, figure = happening
    told = generator.choices(("day", "month", "plan"), (6, 1, 1))[0]
    words = f"Article {n} tells of what happened to {figure} in words of its own."
    evidence = Evidence(article=f"a{n}", span=Span(start=0, end=len(words)), quote=words, rule=f"{kind}.x")
    after = dt.timedelta(days=generator.randrange(3))
    mention = Mention(
        id=record_id("m", n),
        article=f"a{n}",
        kind=kind,
        status=Status.PLANNED if told == "plan" else Status.HELD,
        when=make_when(day, told),
        place=place if generator.random() < 0.7 else None,
        parties=parties,
        counts=(Count(n=figure, of="people"),) if generator.random() < 0.7 else (),
        evidence=(evidence,),
    )
    published = When.day(day - after if told == "plan" else day + after, Basis.GIVEN)
    return Report(mention, published, f"outlet {n % 40}")


def make_crowd(name, size, days):
    """Yield reports of what recurs, or of one round: most with its day, others of a plan without one."""
    generator, kind, every = random.Random(size), *CROWDS[name]  # noqa: S311 - no secret
    for n in range(size):
        happens = FIRST + dt.timedelta(days=generator.randrange(days) // every * every)
        told = generator.choices(("day", "plan"), (3, 1) if kind != "summit" else (1, 9))[0]
        words = (
            f"Article {n} tells in {generator.random()} words {generator.random()} of {generator.random()}."
        )
        evidence = Evidence(
            article=f"a{n}", span=Span(start=0, end=len(words)), quote=words, rule=f"{kind}.x"
        )
        off = dt.timedelta(days=generator.randrange(min(every, ROUND)))
        mention = Mention(
            id=record_id("m", n),
            article=f"a{n}",
            kind=kind,
            status=generator.choice((Status.PROPOSED, Status.PLANNED)) if told == "plan" else Status.HELD,
            when=make_when(happens, told),
            place=generator.choice(PLACES),
            parties=generator.choice((PARTIES[0], PARTIES[0], ())),
            people=LEADERS if kind in ("summit", "call") else (),
            round=2 if kind == "talks" else None,
            counts=(Count(n=100 + n % 3, of="prisoners"),) if kind == "prisoner_swap" and n % 4 else (),
            evidence=(evidence,),
        )
        published = happens - off if told == "plan" else happens
        yield Report(mention, When.day(published, Basis.GIVEN), f"outlet {n % 40}")


def make_when(day, told):
    if told == "plan":
        return When.unknown()
    if told == "day":
        return When.day(day, Basis.STATED)
    first = day.replace(day=1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return When(earliest=first, latest=last, precision=Precision.MONTH, basis=Basis.STATED)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
