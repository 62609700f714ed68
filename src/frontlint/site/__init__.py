"""Floor 3: the whole site, and what its authors mean by their own fields, lists and sentences."""
