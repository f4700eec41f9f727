"""Markdown with YAML front matter: the marks go, the words and their order stay."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from talks.piece import Piece
from talks.readers.encodings import decode
from talks.readers.fields import read_fields
from talks.readers.sources import Source

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

__all__ = ["SNIFF", "SUFFIXES", "read"]

SUFFIXES = (".md", ".markdown")
SNIFF = re.compile(rb"---[ \t]*\r?\n(?=[A-Za-z_]+:)")
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
# For front matter that is no YAML, mostly because of a colon inside an unquoted title.
LOOSE_LINE = re.compile(r"^([A-Za-z_-]+):[ \t]*(\S.*)$", re.MULTILINE)
NOT_SHOWN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^>]*>|<![A-Za-z][^>]*>|<\?.*?\?>", re.DOTALL)
BREAK = re.compile(r"<br\b", re.IGNORECASE)
WIDEST = 160  # characters of a line that was broken at some width; a longer one is a paragraph of its own
DEEPEST = 100  # nested quotes and lists; beyond it the parser drops text


class Line(NamedTuple):
    """A paragraph, or a line of a list or table, which its neighbours follow without a gap."""

    text: str
    kind: str = "paragraph"


def read(source: Source) -> list[Piece]:
    """Read one article; its title is the front matter's, else the first top heading."""
    text, encoding = decode(source.data)
    front, body = _split(text)
    lines = list(_lines(body))
    fields = read_fields(front)
    if heading := next((line.text for line in lines if line.kind == "h1"), None):
        fields.setdefault("title", heading)
    return [Piece(source.locator, _join(lines), encoding=encoding, **fields)]


def _split(text: str) -> tuple[Mapping[str, Any], str]:
    match = FRONT_MATTER.match(text)
    front = _load(match[1]) if match else None
    if match is None or not isinstance(front, dict):
        return {}, text
    return front, text[match.end() :]


def _load(block: str) -> object:
    import yaml

    try:
        # Every value stays as written: no date is checked or shifted, no `lang: no` becomes False.
        return yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  # it builds text, lists and mappings only
    except (yaml.YAMLError, ValueError, RecursionError):
        return {key: value.strip(" \"'") for key, value in LOOSE_LINE.findall(block)}


def _lines(body: str) -> Iterator[Line]:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    return _read(SyntaxTreeNode(parser.parse(body)))


def _read(node: SyntaxTreeNode) -> Iterator[Line]:
    if reader := READERS.get(node.type):
        yield from reader(node)
    elif node.type == "inline":
        yield Line(_inline(node))
    else:
        for child in node.children:
            yield from _read(child)


def _read_heading(node: SyntaxTreeNode) -> Iterator[Line]:
    yield from (Line(_inline(child), node.tag) for child in node.children)


def _read_list(node: SyntaxTreeNode) -> Iterator[Line]:
    for item in node.children:
        number = f"{item.info}{item.markup} " if item.info else ""
        for line in _read(item):
            yield Line(number + line.text, "item")
            number = ""


def _read_row(node: SyntaxTreeNode) -> Iterator[Line]:
    yield Line(" | ".join("".join(map(_inline, cell.children)) for cell in node.children), "row")


def _read_code(node: SyntaxTreeNode) -> Iterator[Line]:
    yield Line(node.content.rstrip("\n"))


def _read_markup(node: SyntaxTreeNode) -> Iterator[Line]:
    text = html.unescape(TAG.sub(" ", NOT_SHOWN.sub("", node.content)))
    yield Line("\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines()))))


READERS: dict[str, Callable[[SyntaxTreeNode], Iterator[Line]]] = {
    "heading": _read_heading,
    "bullet_list": _read_list,
    "ordered_list": _read_list,
    "tr": _read_row,
    "fence": _read_code,
    "code_block": _read_code,
    "html_block": _read_markup,
}


def _inline(node: SyntaxTreeNode) -> str:
    """Return the words of a block; where its lines were broken at no width, each is a paragraph."""
    if not node.token:
        return ""
    unbroken = any(len(line) > WIDEST for line in node.token.content.split("\n"))
    return _words(node.token.children or [], "\n" if unbroken else " ").strip()


def _words(tokens: Iterable[Token], soft: str = " ") -> str:
    return "".join(_word(token, soft) for token in tokens)


def _word(token: Token, soft: str) -> str:
    match token.type:
        case "softbreak":
            return soft
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if BREAK.match(token.content) else ""
        case "image":
            return _words(token.children or [], soft)
    return token.content


def _join(lines: Iterable[Line]) -> str:
    parts: list[str] = []
    before = ""
    for line in lines:
        if line.text.strip():
            if parts:
                parts.append("\n" if line.kind == before and line.kind in ("item", "row") else "\n\n")
            parts.append(line.text)
            before = line.kind
    return "".join(parts)
