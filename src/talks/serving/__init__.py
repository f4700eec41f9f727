"""Pages from the live database, served to this machine on Datasette, with our pages as its plugin.

Needs the extra `talks[serve]`; nothing but the command imports it. A request is read by `queries`, answered
by a page of `pages`, and written by `routes`; `plugin` puts the routes into Datasette, `guard` stands before
all of it, and `server` runs it.
"""
