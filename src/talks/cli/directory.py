"""Commands as modules: each module of a package is one, by its name, and is loaded when it is asked for.

A command module has a function of its own name; its docstring is the help. What Python has a use for as a
name has an underscore at its end (`import_`), and an underscore within stands for a dash. `PANEL` names the
heading under which help lists it. A package is a group of commands, by the same rule; its docstring is the
help.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from talks.errors import UsageError

__all__ = ["Directory", "group_of", "heading"]

PANELS: Final = ("Gather", "Read", "Pass on", "Check")  # in the order of help; others follow
OTHER: Final = "Commands"


class Commands(MutableMapping[str, Any]):
    """The commands of a package; a mapping, as the group wants it."""

    def __init__(self, package: str) -> None:
        self.package = package
        self.loaded: dict[str, Any] = {}
        found = iter_modules(import_module(package).__path__)
        self.modules = {_named(module.name): module.name for module in found if module.name[0] != "_"}
        self.names = sorted(self.modules)

    def __getitem__(self, name: str) -> Any:
        if name not in self.names:
            raise KeyError(name)
        if name not in self.loaded:
            self.loaded[name] = _command(self.module(name), name)
        return self.loaded[name]

    def module(self, name: str) -> ModuleType:
        """Return the module of a command."""
        return import_module(f"{self.package}.{self.modules[name]}")

    def __setitem__(self, name: str, command: Any) -> None:
        self.loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self.loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


class Directory(TyperGroup):
    """A group whose commands are the modules of a package."""

    def fill(self, package: str) -> Directory:
        """Take the commands of a package."""
        self.commands = Commands(package)
        return self

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the group hands it over
        """Name the commands without loading them."""
        return list(self.commands)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - as above
        """List the commands under the headings of their modules."""
        commands: Any = self.commands
        panels: dict[str, list[tuple[str, str]]] = {}
        for name in commands:
            module = commands.module(name)
            panels.setdefault(getattr(module, "PANEL", OTHER), []).append((name, heading(module)))
        for panel in sorted(panels, key=_panel_order):
            with formatter.section(panel):
                formatter.write_dl(panels[panel], col_max=12)


def _named(module: str) -> str:
    """Return the name of the command of a module."""
    return module.rstrip("_").replace("_", "-")


def _panel_order(panel: str) -> tuple[int, str]:
    return (PANELS.index(panel) if panel in PANELS else len(PANELS), panel)


def heading(module: ModuleType) -> str:
    """Return the first line of a module's help."""
    name = module.__name__.rpartition(".")[2]
    about = module.__doc__ if hasattr(module, "__path__") else getattr(module, name).__doc__
    return (about or "").strip().split("\n")[0].rstrip(".")


def group_of(
    package: str,
    callback: Any,
    *,
    cls: type[Directory] = Directory,
    completion: bool = False,
    **settings: Any,
) -> Directory:
    """Make the group of a package; `callback` takes the options that stand before its commands."""
    app = typer.Typer(
        cls=cls, callback=callback, add_completion=completion, rich_markup_mode=None, **settings
    )
    group: Any = get_command(app)
    filled: Directory = group.fill(package)
    return filled


def _want_command(ctx: typer.Context) -> None:
    """Say what a group that is called alone wants."""
    if ctx.invoked_subcommand is None:
        wanted = getattr(ctx.command, "subcommand_metavar", None) or "a command"
        raise UsageError(ctx.command_path, f"it wants {wanted}", f"see `{ctx.command_path} --help`")


def _command(module: ModuleType, name: str) -> Any:
    if hasattr(module, "__path__"):
        about = (module.__doc__ or "").strip()
        make = getattr(module, "make_group", group_of)
        return make(module.__name__, _want_command, name=name, help=about, invoke_without_command=True)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(getattr(module, module.__name__.rpartition(".")[2]))
    return get_command(app)
