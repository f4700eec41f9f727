"""Which words of an article tell of one happening, and what they tell of it together."""
