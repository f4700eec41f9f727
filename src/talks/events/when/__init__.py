"""When a happening took place or is to."""
