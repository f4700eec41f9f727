"""What is counted in a happening, and who gives it to whom."""
