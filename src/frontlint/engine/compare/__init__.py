"""TODO room engine/compare."""
