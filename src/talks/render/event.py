"""The page of one event: what is known, how it came to be, who disagrees, and every report of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talks.models import Event, When
from talks.render.chains import chain_text, draw_origins
from talks.render.conflicts import draw_points
from talks.render.crediting import claimed, credited
from talks.render.dates import in_brief, in_full, known_on
from talks.render.evidence import basis, context, label, source
from talks.render.figures import directed
from talks.render.lines import Cell, Paper, Row, Style, Text, Word, plain, styled
from talks.render.sentences import counted, headline
from talks.render.wording import load_kind_words, load_wording
from talks.render.words import cut, spoken
from talks.views.frames import Frame, offices_of
from talks.views.pages import EventPage, Report
from talks.views.steps import Step

__all__ = ["draw_event", "why_believed"]

INDENT, DAY, STATUS = 2, 14, 11  # columns
HISTORY = "History"
LINES = 2  # that the words of a step may take


def draw_event(page: EventPage, frames: Sequence[Frame], paper: Paper) -> Iterator[Row]:
    """Yield the rows of the page of an event."""
    return _Drawing(page, frames, paper).rows()


@dataclass(slots=True)
class _Drawing:
    page: EventPage
    frames: Sequence[Frame]
    paper: Paper

    def rows(self) -> Iterator[Row]:
        yield from self._head()
        for title, rows in (
            (HISTORY, self._history()),
            ("Disagreement", draw_points(self.page.points, self.frames, self.paper)),
            ("Sources", self._origins()),
            ("Reports", self._reports()),
            ("Said that day", self._said()),
        ):
            listed = list(rows)
            if listed:
                yield Row()
                yield Row(body=(Word(title, "bold"), *(self._path() if title == HISTORY else ())))
                yield from listed

    def _head(self) -> Iterator[Row]:
        event = self.page.event
        words = load_wording().statuses[event.status]
        sides = [frame.sides for frame in self.frames]
        line = headline(event, rule=self.page.rule, sides=sides, overdue=self.page.overdue)
        yield Row(body=styled(line, "bold"))
        kind = load_kind_words(event.kind).label
        status = Word(f"{words.mark} {words.word}", words.style)
        yield Row(body=(status, Word(f"  {kind}  "), Word(event.id, "dim")))
        if self.page.day:
            yield Row(body=styled(known_on(self.page.day), "dim"))
        yield Row()
        yield label("when", in_full(event.when), Word(f"  {why_believed(self.page, event.when)}", "dim"))
        facts = (
            ("where", event.place),
            ("parties", ", ".join(event.parties)),
            ("people", ", ".join(event.people)),
            ("round", str(event.round) if event.round else ""),
        )
        yield from (label(name, value) for name, value in facts if value)
        yield from self._figures()
        yield from self._stages()
        reports = counted(len(self.page.reports), "report")
        yield label("sources", f"{event.sources} independent ({self._apart()}), in {reports}")

    def _stages(self) -> Iterator[Row]:
        """Yield what the event is a stage of, and its own stages."""
        if self.page.related.whole:
            yield label("a stage of", *self._named(self.page.related.whole))
        for n, stage in enumerate(self.page.related.stages):
            yield label("" if n else "stages", *self._named(stage))

    def _named(self, event: Event) -> Text:
        line = headline(event, sides=[frame.sides for frame in self.frames])
        return (Word(f"{event.id[:7]}  ", "dim"), Word(f"{in_brief(event.when)}: {line}"))

    def _apart(self) -> str:
        """Tell by what reports are held to be independent: where no outlet is named, by their files."""
        named = [bool(report.article.outlet or report.article.url) for report in self.page.reports]
        if all(named):
            return "of different outlets or agencies"
        return "of different outlets, agencies or files" if any(named) else "of different files"

    def _figures(self) -> Iterator[Row]:
        """Yield each figure with those who give it, side by side."""
        for n, count in enumerate(self.page.event.counts):
            who = [credited(r) for r in self.page.reports if count in r.mention.counts]
            by = f"  {', '.join(dict.fromkeys(who))}" if who else ""
            yield label("" if n else "figures", directed(count), Word(by, "dim"))

    def _history(self) -> Iterator[Row]:
        reports = {report.mention.id: report for report in self.page.reports}
        for step in self.page.steps:
            yield from self._step(step, reports[step.mention])

    def _path(self) -> Text:
        """Return in short what it came to, step by step."""
        words = [load_wording().statuses[step.status].word for step in self.page.steps if step.changed]
        return (Word(f"  {' → '.join(words)}", "dim"),) if len(words) > 1 else ()

    def _step(self, step: Step, report: Report) -> Iterator[Row]:
        """Yield what it came to, by whose report, and the words that say so."""
        words = load_wording().statuses[step.status]
        day = in_brief(report.article.published) if report.article.published.known else "undated"
        against = "" if step.changed else "against the others: "
        more = f", and {counted(step.more, 'more report')}" if step.more else ""
        who = (Word(against, "dim"), Word(credited(report)), Word(more, "dim"))
        status = Cell(styled(f"{words.mark} {words.word}", words.style), STATUS)
        yield Row((_indent(), Cell(plain(day), DAY), status), who, styled(step.mention[:7], "dim"))
        quote = report.mention.evidence[0].quote.replace("\n", " ")
        row = Row((_indent(), Cell((), DAY)), right=plain(" " * 7))
        room = self.paper.room_beside(row)
        yield replace(row, body=styled(f"“{cut(quote, LINES * room) if room else quote}”", "italic"))

    def _origins(self) -> Iterator[Row]:
        """Yield which reports count as one source, where any do."""
        articles = {report.article.id: report.article for report in self.page.reports}
        if any(origin.ties for origin in self.page.origins):
            chains = {report.article.id: report.chain for report in self.page.reports}
            yield from draw_origins(self.page.origins, articles, chains)

    def _reports(self) -> Iterator[Row]:
        for n, report in enumerate(self.page.reports):
            yield from [Row()] if n else []
            yield from self._report(report)

    def _report(self, report: Report) -> Iterator[Row]:
        mention, article = report.mention, report.article
        inner = (_indent(),)
        yield Row(inner, source(article), styled(article.id[:7], "dim"))
        yield from [Row(inner, styled(article.url or article.path or "", "dim"))]
        if report.chain.source or report.chain.statement:
            yield Row(inner, chain_text(report.chain, article, offices_of(self.frames)))
        yield Row(inner, _told(report), styled(mention.id[:7], "dim"))
        for evidence in mention.evidence:
            yield Row((Cell(styled("›", "dim"), INDENT - 1),), context(evidence, self.paper))
            yield Row(inner, styled(f"rule {evidence.rule}", "dim"))

    def _said(self) -> Iterator[Row]:
        offices = offices_of(self.frames)
        for statement in self.page.said:
            yield Row((_indent(),), spoken(statement, offices), styled(statement.id[:7], "dim"))
        first, last = self.page.event.when.earliest, self.page.event.when.latest
        if self.page.more:
            yield Row((_indent(),), styled(f"more: talks statements --since {first} --until {last}", "dim"))


def why_believed(page: EventPage, when: When) -> str:
    """Tell why the date of an event is believed, by a report that gives it."""
    for report in page.reports:
        told = report.mention.when
        if (told.earliest, told.latest, told.basis) == (when.earliest, when.latest, when.basis):
            return basis(told, report.article.text)
    return basis(when) if when.known else ""


def _indent() -> Cell:
    return Cell((), INDENT - 1)


def _told(report: Report) -> Text:
    """Return what one report says: status, date, place, figures, and whose claim it is."""
    mention = report.mention
    words = load_wording().statuses[mention.status]
    style: Style = words.style
    why = f" ({basis(mention.when, report.article.text)})" if mention.when.known else ""
    facts = [f"{in_full(mention.when)}{why}", mention.place]
    facts += map(directed, mention.counts)
    facts.append(claimed(report))
    return (Word(words.word, style), Word("".join(f" · {fact}" for fact in facts if fact)))
