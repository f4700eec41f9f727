"""Questions asked of the store: the timeline, positions, one record with all that belongs to it."""
