"""TODO room hugo/values."""
