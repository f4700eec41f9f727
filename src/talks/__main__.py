"""Run the command line: `python -m talks`."""

from talks.cli import main

if __name__ == "__main__":
    main()
