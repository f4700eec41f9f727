"""Export a store in any format, and look at what came of it."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from talks.exporters import EVERYTHING, Shape, Wanted, export, load_format
from talks.store import Store


def exported(store: Store, name: str, wanted: Wanted = EVERYTHING) -> dict[str, bytes]:
    """Return the files of an export by name; the only one of most formats is called by its suffix."""
    form = load_format(name)
    if form.shape is Shape.FILES:
        with TemporaryDirectory() as folder:
            export(store, name, Path(folder), wanted)
            return {file.name: file.read_bytes() for file in sorted(Path(folder).iterdir())}
    if form.shape is Shape.BINARY:
        out = io.BytesIO()
        export(store, name, out, wanted)
        return {form.suffix: out.getvalue()}
    return {form.suffix: exported_text(store, name, wanted).encode()}


def exported_text(store: Store, name: str, wanted: Wanted = EVERYTHING) -> str:
    """Return an export that is text."""
    out = io.StringIO(newline="")
    export(store, name, out, wanted)
    return out.getvalue()


def copy_backwards(store: Store, to: Store) -> None:
    """Put what a store holds into another, the last first."""
    for article in reversed(list(store.articles())):
        (capture,) = store.captures(article=article.id)
        extraction = store.extraction(article.id)
        to.save(extraction, capture)
        to.save_linkable(article.id, store.linkable([mention.id for mention in extraction.mentions]))
    to.save_events(reversed(list(store.events())))
    for note in ("frames", "cast"):
        to.remember(note, store.recall(note) or "")
