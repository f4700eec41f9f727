"""Pages of HTML: templates, styles and scripts that the report and the served pages share.

Needs the extra `talks[report]`; nothing else of this package imports it.
"""
