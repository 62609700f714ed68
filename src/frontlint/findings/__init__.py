"""TODO room findings."""
