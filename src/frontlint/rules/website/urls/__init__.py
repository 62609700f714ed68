"""Rules of the group urls."""
