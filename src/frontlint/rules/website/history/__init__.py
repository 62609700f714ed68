"""TODO room rules/website/history."""
