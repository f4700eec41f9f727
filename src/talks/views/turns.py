"""Where a party turns: from being for a thing to being against it, or to terms (the rule: positions.toml)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from talks.models import Statement
from talks.views.sayings import Saying
from talks.views.stands import AXIS, Group, load_stands

__all__ = ["Turn", "find_turns", "group_of"]

Speaks = Callable[[Statement], bool]


@dataclass(frozen=True, slots=True)
class Turn:
    """That a position became another, with the last statement of the one and the first of the other."""

    before: Saying
    after: Saying

    @property
    def groups(self) -> tuple[Group, Group]:
        """Where it stood, and where it stands."""
        return group_of(self.before.statement), group_of(self.after.statement)


def group_of(statement: Statement) -> Group:
    """Return where a statement of position stands."""
    return load_stands().groups[statement.stance]


def find_turns(sayings: Iterable[Saying], speaks: Speaks) -> list[Turn]:
    """Find where positions on one topic turn; `speaks` tells who speaks for the party."""
    dated = (saying for saying in sayings if saying.statement.when.known)
    on_axis = [saying for saying in dated if group_of(saying.statement) in AXIS]
    course = _Course(speaks)
    for _, day in groupby(sorted(on_axis, key=_days), key=_days):
        course.go_on(list(day))
    return course.turns


def _days(saying: Saying) -> tuple[str, str]:
    """Put what is known only by its month behind what was said on a day of it."""
    return str(saying.statement.when.latest), str(saying.statement.when.earliest)


@dataclass(slots=True)
class _Course:
    """Where a party stands so far, by the last statement that shows it, and what waits for a second."""

    speaks: Speaks
    turns: list[Turn] = field(default_factory=list)
    last: Saying | None = None
    doubtful: Saying | None = None

    def go_on(self, day: Sequence[Saying]) -> None:
        """Take in what was said on one day."""
        sure = [saying for saying in day if self._is_sure(saying.statement)]
        groups = {group_of(saying.statement) for saying in sure}
        if len(groups) > 1:
            return
        if sure:
            self._stand(sure[0])
            return
        for saying in day:
            self._doubt(saying)

    def _is_sure(self, statement: Statement) -> bool:
        return statement.stance not in load_stands().weak and self.speaks(statement)

    def _stand(self, saying: Saying) -> None:
        """Take a statement for where the party stands."""
        self.doubtful = None
        if self.last and group_of(self.last.statement) != group_of(saying.statement):
            if not _is_later(saying.statement, self.last.statement):
                return
            self.turns.append(Turn(self.last, saying))
        self.last = saying

    def _doubt(self, saying: Saying) -> None:
        """Let a statement wait for a second one, or be that."""
        group = group_of(saying.statement)
        if self.last and group == group_of(self.last.statement):
            self.doubtful = None
        elif self.doubtful and _is_second(saying, self.doubtful):
            self._stand(saying)
        else:
            self.doubtful = saying


def _is_second(one: Saying, two: Saying) -> bool:
    """Tell whether a statement bears out another: one of somebody else, or of another day."""
    apart = one.statement.speaker != two.statement.speaker or _days(one) != _days(two)
    return apart and group_of(one.statement) == group_of(two.statement)


def _is_later(one: Statement, two: Statement) -> bool:
    first, second = one.when.earliest, two.when.latest
    return first is not None and second is not None and first > second
