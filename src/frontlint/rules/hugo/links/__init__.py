"""TODO room rules/hugo/links."""
