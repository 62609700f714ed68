"""TODO room rules/hugo."""
