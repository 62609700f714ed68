"""TODO room engine/cache."""
