"""`talks verify`: check the database."""

from __future__ import annotations

import typer

PANEL = "Check"


def verify(ctx: typer.Context) -> None:
    """Check that every quote stands in its text.

    This checks the whole database, offline: that the file is sound, too, and its indices in step. What is
    wrong is listed, one a line, and the exit code is 1.
    """
    from talks.cli.opening import open_reading
    from talks.cli.terminal import write_results
    from talks.store import verify as find_problems

    with open_reading(ctx) as store:
        problems = [str(problem) for problem in find_problems(store)]
        write_results(problems)
        if problems:
            raise typer.Exit(1)
        counts = store.summary()
    told = ", ".join(f"{counts[name]:,} {name}" for name in ("articles", "mentions", "statements", "events"))
    write_results([f"sound: {told}; every quote stands in its text"], quiet=ctx.obj.quiet)
