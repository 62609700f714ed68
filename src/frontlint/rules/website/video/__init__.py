"""Rules of the group video."""
