"""Floor 1: front matter as data and places."""
