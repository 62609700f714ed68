"""Rules of the group pages."""
