"""Let only the scripts and styles of templates run: each is given the word that its page's policy asks for.

The word is put into the source of a template, before anything is filled in; so what is filled in has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jinja2 import Environment
from jinja2.ext import Extension

__all__ = ["give_nonces"]

TAG: Final = re.compile(r"<(script|style)(?=[\s>])")
GIVEN: Final = r'<\1 nonce="{{ nonce() }}"'


class _Nonces(Extension):
    """Gives all scripts and styles of a template the word of the page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        return TAG.sub(GIVEN, source)


def give_nonces(environment: Environment, nonce: Callable[[], str]) -> None:
    """Have the templates of an environment that are still to be loaded tell `nonce` of their page."""
    environment.add_extension(_Nonces)
    environment.globals["nonce"] = nonce
