"""TODO room lint."""
