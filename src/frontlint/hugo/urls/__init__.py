"""TODO room hugo/urls."""
