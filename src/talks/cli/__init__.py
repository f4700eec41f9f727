"""The command line: parse, call one function, print."""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process, and leave with its exit code, at once on an interrupt."""
    try:
        from talks.cli.run import main as run  # brings all that a command needs
    except KeyboardInterrupt:
        sys.exit(130)
    run()
