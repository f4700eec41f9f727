"""Where the database is, and who says so."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from talks.errors import StoreError, UsageError
from talks.workspace import CONFIG

__all__ = ["DATABASE", "Globals", "Setting", "find_database"]

DATABASE: Final = "talks.db"
KEYS: Final = ("db",)


@dataclass(frozen=True, slots=True)
class Globals:
    """The options that stand before a command."""

    db: Path | None = None
    quiet: bool = False

    @property
    def database(self) -> Path:
        """The path of the database."""
        return self._setting.value

    def prepare(self) -> Path:
        """Return the path of the database; make its folder, unless the path was typed and may be a slip."""
        path = self._setting.value
        if not self._setting.typed:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                what = f"its folder can't be made ({error.strerror or error})"
                raise StoreError(path, what, "name another file with --db") from error
        return path

    @property
    def _setting(self) -> Setting:
        return find_database(self.db, os.environ, Path.cwd())


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, where it comes from, and whether somebody typed it for this run."""

    value: Path
    origin: str
    typed: bool = False


def find_database(option: Path | None, environment: Mapping[str, str], folder: Path) -> Setting:
    """Find the database: by option, environment, the nearest talks.toml upward, or the user's data folder."""
    if option is not None:
        return Setting(option.expanduser(), "--db", typed=True)
    if named := environment.get("TALKS_DB"):
        return Setting(Path(named).expanduser(), "TALKS_DB", typed=True)
    for place in (folder, *folder.parents):
        if (file := place / CONFIG).is_file() and (setting := _configured(file)):
            return setting
    from platformdirs import user_data_path  # slow to import, and seldom needed

    return Setting(user_data_path("talks", appauthor=False) / DATABASE, "the user's data folder")


def _configured(file: Path) -> Setting | None:
    """Read `db` from a talks.toml; a relative path counts from its folder."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(file, f"it can't be read ({error})", "correct the file") from error
    unknown = sorted(data.keys() - set(KEYS))
    if unknown:
        raise UsageError(file, f"there is no setting {unknown[0]!r}", f"choose from {', '.join(KEYS)}")
    value = data.get("db")
    if value is not None and not (isinstance(value, str) and value):
        raise UsageError(file, "db is no path", 'write db = "path/of/talks.db"')
    return Setting(file.parent / Path(value).expanduser(), str(file)) if value else None
