"""Choose what is followed: feeds, and pages.

`talks update` then fetches what is new of them. docs/following.md tells more.
"""

PANEL = "Gather"
