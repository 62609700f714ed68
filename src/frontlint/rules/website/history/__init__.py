"""Rules of the group history."""
