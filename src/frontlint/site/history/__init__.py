"""A site beside what it was at an older commit."""
