"""`talks schema`: the shape of the records."""

from __future__ import annotations

from typing import Annotated

import typer

PANEL = "Pass on"


def schema(
    gold: Annotated[bool, typer.Option("--gold", help="Of the gold that `talks eval` reads.")] = False,
) -> None:
    """Print the JSON Schema of the records."""
    from pydantic.json_schema import models_json_schema

    from talks.cli.terminal import write_lines
    from talks.evaluation import gold_schema
    from talks.models import Article, Event, Mention, Statement
    from talks.render.records import json_text

    if gold:
        write_lines([json_text(gold_schema(), indent=2)])
        return
    records = (Article, Mention, Event, Statement)
    _, definitions = models_json_schema([(one, "serialization") for one in records], title="talks records")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    any_of = {"anyOf": [{"$ref": f"#/$defs/{record.__name__}"} for record in records]}
    write_lines([json_text(head | definitions | any_of, indent=2)])
