"""TODO room prose."""
