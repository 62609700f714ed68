"""TODO room hugo/content."""
