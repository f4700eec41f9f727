"""Charts by Vega-Lite, drawn to SVG once: they need no script, print, and take the colours of the page.

What they show stands in tables and lists beside them, so they are hidden from screen readers, and their links
from the keyboard.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

import altair
import vl_convert
from markupsafe import Markup

from talks.render.dates import in_brief
from talks.render.harmless import harmless
from talks.render.quantities import number
from talks.render.sentences import short
from talks.views.amounts import Amount
from talks.views.exchanges import Line
from talks.views.swaps import Book

__all__ = ["draw_sums"]

Row = dict[str, Any]  # what Vega is told of a mark

WIDTHS: Final = {"wide": 880, "narrow": 350}  # pixels; the page shows one of them
FONT: Final = "Liberation Sans"  # comes with vl-convert, so that pictures are the same everywhere
MUTED, GRID = "#5b616b", "#dedbd4"
SIDES: Final = ("#1f5aa6", "#b04a00", "#5b616b")  # the page turns these into its own colours
HEIGHT: Final = 220  # pixels
PADDING: Final = {"left": 52, "right": 22, "top": 10, "bottom": 26}  # pixels, whatever the letters measure
BESIDE: Final = (14, -7)  # pixels from the line of each side to its question marks
LEAST: Final = 2  # days without which there is no course
STEPS: Final = (1, 3, 6, 12, 24, 60)  # months between the ticks of an axis
TICK: Final = 52  # pixels that a tick needs
MONTH: Final = "(datum.index ? '%b' : '%b %Y')"  # the first tells the year, whichever month it is
DAYS_OF_MONTH: Final = 30.4

NOISE: Final = re.compile(
    r'<path class="(?:background|foreground)"[^>]*/>'
    r'| (?:role|class|aria-[a-z]+|pointer-events|font-family|version|xmlns(?::xlink)?)="[^"]*"| opacity="1"'
)
LINK: Final = re.compile(r'xlink:href="[^"#]*(#[\w-]*)"')  # Vega puts an address of its own before them
LABEL: Final = re.compile(r'(<a [^>]*>)<(\w+) aria-label="([^"]*)"')
LONG: Final = re.compile(r"(\d+\.\d\d)\d+")
EMPTY: Final = re.compile(r"<g(?: transform=\"translate\(0,0\)\")?></g>")
ROOT: Final = re.compile(
    r"<svg[^>]*?(width=\"[\d.]+\") (height=\"[\d.]+\") (viewBox=\"[^\"]*\")>(<rect[^>]*>)?"
)


def draw_sums(book: Book, group: str) -> Markup | None:
    """Draw how many went to each side, added up by date; None if nothing is known to have."""
    rows = list(_sums(book, group))
    if len(_days(rows)) < LEAST:
        return None
    return _drawn(lambda width: _sums_chart(rows, book.sides, width))


# What they show


def _sums(book: Book, group: str) -> Iterator[Row]:
    """Yield the sums of each side by date; exchanges of unknown size one after another are one row."""
    for n, side in enumerate(book.sides):
        for unknown, lines in groupby(
            _counted(book, group, side), key=lambda line: _is_unknown(line, group, side)
        ):
            told = list(lines)
            mark = f"{len(told)} × ?" if len(told) > 1 else "?"
            for line in told[:1] if unknown else told:
                yield _row(line, group, side) | {"side": str(n), "mark": mark, "unknown": unknown}


def _counted(book: Book, group: str, side: str) -> list[Line]:
    """Return what is dated and went to a side, or may have, in a number that nobody tells."""
    dated = (line for line in book.held if line.event.when.latest and line.counts)
    return [line for line in dated if _own(line, group, side) or _is_unknown(line, group, side)]


def _own(line: Line, group: str, side: str) -> Amount | None:
    return line.counts.amounts.get((group, side)) if line.counts else None


def _is_unknown(line: Line, group: str, side: str) -> bool:
    missing = bool(line.counts and line.counts.missing.get((group, side)))
    return missing and _own(line, group, side) is None


def _row(line: Line, group: str, side: str) -> Row:
    own, so_far = _own(line, group, side), line.so_far.amounts.get((group, side))
    came = number(own) if own else "an unknown number"
    total = number(so_far) if so_far else "?"
    return {
        "day": str(line.event.when.latest),
        "least": so_far.least if so_far else 0,
        "most": so_far.top if so_far else 0,
        "open": bool(so_far and so_far.most is None),
        "url": f"#{line.event.id}",
        "words": harmless(f"{in_brief(line.event.when)}: {came} to {short(side)}, {total} so far"),
    }


# How they show it


def _sums_chart(rows: list[Row], sides: Sequence[str], width: int) -> Any:
    colour = altair.Color("side:N", legend=None, scale=_scale([str(n) for n in range(len(sides))], SIDES))
    base = altair.Chart(altair.InlineData(values=rows)).encode(x=_time(_days(rows), width), color=colour)
    y = altair.Y("least:Q", title=None, axis=altair.Axis(tickCount=4, format=",d"))
    link = {"href": altair.Href("url:N"), "description": altair.Description("words:N")}
    dash = altair.StrokeDash("side:N", legend=None, scale=_scale(["0", "1"], [[1, 0], [6, 3]]))
    known = base.transform_filter("!datum.unknown")
    return altair.layer(
        known.mark_area(interpolate="step-after", opacity=0.25).encode(y=y, y2="most:Q"),
        known.mark_line(interpolate="step-after", strokeWidth=2).encode(y=y, strokeDash=dash),
        known.transform_filter("!datum.open").mark_point(filled=True, size=42, opacity=1).encode(y=y, **link),
        known.transform_filter("datum.open")
        .mark_point(filled=False, size=42, opacity=1, strokeWidth=1.6)
        .encode(y=y, **link),
        *(
            base.transform_filter(f"datum.unknown && datum.side == {side}")
            .mark_text(fontSize=13, fontWeight="bold", dy=away, align="left")
            .encode(y=y, text="mark:N", **link)
            for side, away in enumerate(BESIDE)
        ),
    ).properties(width=width - PADDING["left"] - PADDING["right"], height=HEIGHT)


def _days(rows: Iterable[Row]) -> list[dt.date]:
    return sorted({dt.date.fromisoformat(row["day"]) for row in rows})


def _time(days: Sequence[dt.date], width: int) -> altair.X:
    months = (days[-1] - days[0]).days / DAYS_OF_MONTH
    step = next((step for step in STEPS if months / step <= width / TICK), STEPS[-1])
    return altair.X(
        "day:T",
        title=None,
        scale=altair.Scale(type="utc", nice=False, padding=10),
        axis=altair.Axis(
            tickCount={"interval": "month", "step": step},
            labelExpr=f"utcFormat(datum.value, utcmonth(datum.value) ? {MONTH} : '%Y')",
            labelOverlap=False,
            grid=True,
        ),
    )


def _scale(domain: Sequence[Any], values: Sequence[Any]) -> altair.Scale:
    return altair.Scale(domain=list(domain), range=list(values[: len(domain)]))


# From Vega-Lite to SVG


def _drawn(chart: Callable[[int], Any]) -> Markup:
    """Draw a chart for pages of every width."""
    axis = {"domain": False, "ticks": False, "gridColor": GRID, "labelColor": MUTED, "labelPadding": 6}
    config = {
        "font": FONT,
        "background": None,
        "view": {"stroke": None},
        "axis": {**axis, "labelFontSize": 11},
    }
    fixed = {"config": config, "autosize": {"type": "none"}, "padding": PADDING}
    svgs = (
        _tidied(vl_convert.vegalite_to_svg({**chart(width).to_dict(), **fixed}), name)
        for name, width in WIDTHS.items()
    )
    return Markup("".join(svgs))  # noqa: S704 - made by Vega, which escapes what it writes


def _tidied(svg: str, name: str) -> str:
    """Take out what only Vega needs; links lead into the page, and what a mark is becomes its title."""
    svg = LABEL.sub(r"\1<title>\3</title><\2", LINK.sub(r'href="\1" tabindex="-1"', svg))
    svg = ROOT.sub(rf'<svg data-k="{name}" aria-hidden="true" focusable="false" \1 \2 \3>', svg)
    head, rest = svg.split(">", 1)
    rest = LONG.sub(r"\1", NOISE.sub("", rest))
    while EMPTY.search(rest):
        rest = EMPTY.sub("", rest)
    return f"{head.replace('data-k', 'class')}>{rest}"
