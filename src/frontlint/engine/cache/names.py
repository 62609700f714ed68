"""What the kept files are called, and how often somebody looks for old ones."""

from __future__ import annotations

KEPT = ("pages.bin", "records.bin", "site.bin", "keys.bin", "last.bin", "parts.bin")
"""The names of the files that are kept of a project."""
IGNORE, IGNORE_ALL = ".gitignore", b"*\n"
"""A file beside them, which keeps the folder out of Git: some people have their home folder in it."""
SWEPT = "swept"
"""A file in the folder for all projects: its time tells when old files were last looked for."""
DAY = 24 * 60 * 60
