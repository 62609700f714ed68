"""The linter for Hugo front matter."""

__version__ = "0.1.0"
