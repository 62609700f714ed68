"""Runs the phases of a check.

A run takes a `Request`, discovers the files, scans each page (`page_phase`, `scanner`; in workers where that
pays), puts the site together, and judges. `snapshot` is the result: a site at one moment, made of the result
of each page (`ground`), what the rules found (`parts`) and what is known of the whole (`result.Overview`).

A change makes another snapshot (`change`). The changed pages are read. Pages whose facts are the same change
nothing elsewhere. Otherwise `patch` judges a small site, before and after: all pages that share a key with
the edit, and the folders that hold them. `index` says who has which key. Where a change reaches further (a
cascade, a section's slug, the first page of a website) `FurtherError` says why, and the whole site is put
together.

A problem of two pages leaves its rule as two findings, one at each page (`lint/pairs`). `pairs` shows one of
them: at the page in the change or among the paths, else at the newer page, else at the later path. Their
fingerprint is made of both places, sorted. Of three pages or more, each is paired with the oldest.
"""
