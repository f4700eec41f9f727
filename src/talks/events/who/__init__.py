"""Who takes part in a happening."""
