"""TODO room rules/website/urls."""
