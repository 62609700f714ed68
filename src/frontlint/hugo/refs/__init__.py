"""TODO room hugo/refs."""
