"""Rules of the group headline."""
