"""Attributions that are only part of other words: said he hoped that …; said that Quent believed it."""

from __future__ import annotations

from talks.models import Stance
from talks.statements.following import GENERAL
from talks.statements.found import Found
from talks.statements.view import View

__all__ = ["without_echoes"]


def without_echoes(view: View, cues: list[Found]) -> list[Found]:
    """Leave out what is only part of other words: said he hoped that …; said that Quent believed it."""
    out: list[Found] = []
    for found in cues:
        told = (o for o in out if o.cue.recorded)
        outer = next((o for o in told if any(a <= found.start < b for a, b in o.contents)), None)
        own = view.is_pronoun(view.at[view.parse.phrases[found.source].start])
        if outer is None or not (own or _is_echo(view, outer, found)):
            out.append(found)
        elif own and found.cue.thought:
            outer.thought = outer.thought or found.cue
    return out


def _is_echo(view: View, outer: Found, inner: Found) -> bool:
    """Tell what another says that somebody thinks, wants or says by habit; not: that he had called for it."""
    bare = not inner.cue.takes & GENERAL and not view.parse.verbs[inner.verb].perfect
    return inner.cue.thought or bare or outer.cue.stance is Stance.DENIES
