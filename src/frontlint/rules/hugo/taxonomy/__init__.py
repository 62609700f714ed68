"""TODO room rules/hugo/taxonomy."""
