"""Rules of the group hygiene."""
