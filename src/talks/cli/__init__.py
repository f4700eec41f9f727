"""The command line: parse, call one function, print."""

from talks.cli.run import main

__all__ = ["main"]
