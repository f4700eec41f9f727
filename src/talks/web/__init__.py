"""What comes from the web: one page at a time, guarded and bounded."""

from talks.web.fetching import Fetcher, Limits

__all__ = ["Fetcher", "Limits"]
