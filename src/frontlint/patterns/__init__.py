"""TODO room patterns."""
