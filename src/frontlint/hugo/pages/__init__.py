"""TODO room hugo/pages."""
