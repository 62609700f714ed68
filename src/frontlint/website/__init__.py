"""TODO room website."""
