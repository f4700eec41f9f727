"""How well articles were read: an export held against records that a person made, the gold."""

from talks.evaluation.changes import Change, Changed, compare
from talks.evaluation.exported import Export, read_export
from talks.evaluation.figures import Figures, Score, figures_of
from talks.evaluation.gold import GoldFile, gold_schema, load_gold
from talks.evaluation.listing import Shown, list_shown
from talks.evaluation.phenomena import Phenomenon, phenomena_of
from talks.evaluation.results import PartResult, evaluate

__all__ = [
    "Change",
    "Changed",
    "Export",
    "Figures",
    "GoldFile",
    "PartResult",
    "Phenomenon",
    "Score",
    "Shown",
    "compare",
    "evaluate",
    "figures_of",
    "gold_schema",
    "list_shown",
    "load_gold",
    "phenomena_of",
    "read_export",
]
