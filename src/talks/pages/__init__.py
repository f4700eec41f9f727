"""What of a file is article: parts that hold one each, and the lines that are page chrome."""

from talks.pages.bodies import body_of
from talks.pages.parts import split_parts

__all__ = ["body_of", "split_parts"]
