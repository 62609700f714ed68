"""TODO room rules/website."""
