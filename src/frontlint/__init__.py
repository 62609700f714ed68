"""The linter for Hugo front matter."""

# No imports here, not of __future__ either: `python -m frontlint` runs this while modules are still
# looked for in the current folder first.
__version__ = "0.1.0"
