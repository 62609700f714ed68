"""Fixes: which may be made, what they make of pages, the proof that they harm nothing, the writing.

A round (`rounds`) takes the findings that count and may be fixed (`choice`, `bounds`), makes the edits page
by page, in workers where that pays (`page`, `pages`), and asks `Snapshot.then` for the site with them
(`trial`). An objection is a finding that stays or comes, counted by rule, page and field. The fixes that it
blames are tried apart, then by halves, until the bad ones are alone. At most ten rounds lead to the fixed
point. `write` then replaces the files.
"""
