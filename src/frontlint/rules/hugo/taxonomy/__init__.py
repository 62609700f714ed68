"""Rules of the group taxonomy."""
