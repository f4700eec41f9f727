"""Reporting chains and shared origins on a screen: Kremlin → Interfax → Polder Post."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from talks.link.origins import Origin, Tie
from talks.models import Article
from talks.render.dates import in_full
from talks.render.evidence import name_of
from talks.render.lines import Cell, Row, Text, Word, plain, styled
from talks.render.words import speaker_of
from talks.views.chains import Chain

__all__ = ["chain_names", "chain_text", "draw_origins"]

TO: Final = " → "
ID: Final = 7


def chain_names(chain: Chain, article: Article, offices: Collection[str] = ()) -> list[str]:
    """Name who said it, who is credited, and the outlet, as far as they are known."""
    speaker = speaker_of(chain.statement, offices) if chain.statement else None
    return [name for name in (speaker, chain.source, name_of(article)) if name]


def chain_text(chain: Chain, article: Article, offices: Collection[str]) -> Text:
    """Return the chain with the words by which the agency is credited."""
    names = TO.join(chain_names(chain, article, offices))
    words = chain.credit.words if chain.source and chain.credit else ""
    shown = words and words.casefold() != (chain.source or "").casefold()
    return (Word(names), Word(f"  (“{words}”)" if shown else "", "dim"))


def draw_origins(
    origins: Sequence[Origin], articles: Mapping[str, Article], chains: Mapping[str, Chain]
) -> Iterator[Row]:
    """Yield which articles count as one source, and why; `chains` are those of the articles' reports."""
    for number, origin in enumerate(origins, start=1):
        why = {tie.articles[0]: _why(tie, articles, chains) for tie in origin.ties}
        for n, key in enumerate(origin.articles):
            article = articles[key]
            mark = Cell(plain("" if n else str(number)), 3)
            when = in_full(article.published) if article.published.known else "undated"
            tie = Word(f"  {why[key]}" if key in why else "", "dim")
            body = (Word(name_of(article), "" if n else "bold"), Word(f", {when}"), tie)
            yield Row((Cell((), 1), mark), body, styled(article.id[:ID], "dim"))


def _why(tie: Tie, articles: Mapping[str, Article], chains: Mapping[str, Chain]) -> str:
    """Tell why an article is no source of its own."""
    other = name_of(articles[tie.articles[1]])
    if tie.why == "agency":
        names = (chain.credit.name for key in tie.articles if (chain := chains.get(key)) and chain.credit)
        named = next((name for name in names if name.casefold() == tie.origin), None)
        return f"from {named}, as the one above" if named else f"the same outlet as {other}"
    if tie.why == "text":
        return f"text shared with {other}: {tie.part or 0:.0%} of the shorter one's runs of words"
    return f"the same sentence as {other}" if tie.part == 1 else f"nearly the same sentence as {other}"
