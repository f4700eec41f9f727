"""`talks schema`: the shape of the records."""

from __future__ import annotations

PANEL = "Pass on"


def schema() -> None:
    """Print the JSON Schema of the records."""
    from pydantic.json_schema import models_json_schema

    from talks.cli.terminal import write_lines
    from talks.models import Article, Event, Mention, Statement
    from talks.render.records import json_text

    records = (Article, Mention, Event, Statement)
    _, definitions = models_json_schema([(one, "serialization") for one in records], title="talks records")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    any_of = {"anyOf": [{"$ref": f"#/$defs/{record.__name__}"} for record in records]}
    write_lines([json_text(head | definitions | any_of, indent=2)])
