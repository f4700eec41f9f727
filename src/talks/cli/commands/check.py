"""`talks check`: check the codebook."""

from __future__ import annotations

import typer

PANEL = "Check"


def check(ctx: typer.Context) -> None:
    """Check the codebook, which is all that the engine knows.

    Its files must load, and every pattern must find its examples and nothing else. What is wrong is listed,
    one a line, and the exit code is 1.
    """
    from talks.cli.checking import codebook_problems
    from talks.cli.terminal import write_results
    from talks.codebook import load_codebook

    problems = list(codebook_problems())
    write_results(problems)
    if problems:
        raise typer.Exit(1)
    codebook = load_codebook()
    dossiers = sum(world.dossier is not None for world in codebook.worlds)
    told = f"{len(codebook.kinds)} kinds, {len(codebook.topics.names)} topics, {dossiers} dossiers"
    write_results([f"sound: {told}; every pattern finds its examples and nothing else"], quiet=ctx.obj.quiet)
