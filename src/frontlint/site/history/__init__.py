"""TODO room site/history."""
