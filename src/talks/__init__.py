"""A local-first news tracker that turns articles about a negotiation into a dated, sourced timeline."""

__version__ = "0.1.0"
