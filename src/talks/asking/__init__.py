"""What people ask for, by whichever way they ask: words and dates read and checked, and answers as rows.

The command line and the served pages share it, so that both take the same words and give the same fields.
"""
