"""What comes from the web: one page at a time, guarded and bounded."""

from talks.web.fetching import Fetched, Fetcher, Limits

__all__ = ["Fetched", "Fetcher", "Limits"]
