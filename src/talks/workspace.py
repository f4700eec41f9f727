"""Where the work on one database is done, and how its files are named: alike from every folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

__all__ = ["CONFIG", "locator_of", "workspace_of"]

CONFIG: Final = "talks.toml"


def workspace_of(database: Path) -> Path:
    """Return the nearest folder from the database upward that holds a talks.toml, else the database's own."""
    home = Path(os.path.realpath(database)).parent
    return next((folder for folder in (home, *home.parents) if (folder / CONFIG).is_file()), home)


def locator_of(path: str, workspace: Path) -> str:
    """Name a file however it was reached: relative to the workspace that holds it, else absolute."""
    real = Path(os.path.realpath(path))
    return (real.relative_to(workspace) if real.is_relative_to(workspace) else real).as_posix()
