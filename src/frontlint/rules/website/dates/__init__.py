"""TODO room rules/website/dates."""
