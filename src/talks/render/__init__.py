"""Records and answers as text: for a terminal of some width, or for a pipe."""
