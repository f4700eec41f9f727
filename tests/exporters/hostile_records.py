"""Records of an article that wants to be more than text: markup, formulas, commands, and hidden signs."""

import datetime as dt
import hashlib

from talks.models import (
    Article,
    Basis,
    Count,
    Event,
    Evidence,
    HistoryStep,
    Manner,
    Mention,
    Span,
    Stance,
    Statement,
    Status,
    When,
)

MARKUP = (
    "<script>alert(1)</script> [x](javascript:alert(2)) ![y](http://z) `rm` *b* _i_ a|b ~~s~~ $x$ &amp; [^1]"
)
COMMANDS = '=HYPERLINK("http://z";"a"), {\\input{x}} %c #d ^e \\n; END:VEVENT'
HIDDEN = "Nor\u202eland\u2066 \x1b[31mred\x1b[0m \u200bthin\u2028line"
LINES = "first line\nBEGIN:VEVENT\n- item\n# heading\n\n| a | b |"
TEXT = f"{MARKUP}\n\n{COMMANDS}\n\n{HIDDEN}\n\n{LINES}"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'quoted'", "''", "plain", "a=1")


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


ARTICLE = Article(
    id="a00000000bad1",
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    text=TEXT,
    title=f"{MARKUP} {COMMANDS}",
    outlet="=1+1; “Post”, \\ {Wire} | x",
    byline=f"@SUM(A1) {HIDDEN}",
    url="https://example.org/a b(c)<d>{e}%20\"'\\\n?q=1&r=2",
    published=When.day(dt.date(2024, 5, 5), Basis.METADATA),
    path="-wire/=x.txt",
)
SAID = Statement(
    id="s00000000bad1",
    article=ARTICLE.id,
    speaker=f"<b>Ada</b> {HIDDEN}",
    party="Norland",
    manner=Manner.DIRECT,
    stance=Stance.DEMANDS,
    topics=("talks",),
    when=When.day(dt.date(2024, 5, 5), Basis.PUBLISHED),
    evidence=Evidence.at(ARTICLE, _span(LINES), "statements.after"),
    content=(_span(LINES),),
)
MENTIONS = tuple(
    Mention(
        id=f"m0000000bad{n:02}",
        article=ARTICLE.id,
        kind="talks",
        status=Status.HELD,
        when=When.day(dt.date(2024, 5, 4), Basis.STATED),
        place=formula,
        parties=("-Norland; a\\b", "Sudria, b"),
        people=(HIDDEN,),
        counts=(Count(n=3, of="=prisoners", from_party="+x"),),
        according_to=SAID.id,
        evidence=(Evidence.at(ARTICLE, _span((MARKUP, COMMANDS, HIDDEN, LINES)[n % 4]), "talks.met"),),
    )
    for n, formula in enumerate(FORMULAS)
)
EVENTS = tuple(
    Event(
        id=f"e{mention.id[1:]}",
        history=(HistoryStep(reported="2024-05-05", status=mention.status, mention=mention.id),),
        mentions=(mention.id,),
        **mention.model_dump(exclude={"id", "article", "according_to", "evidence"}),
    )
    for mention in MENTIONS
)
