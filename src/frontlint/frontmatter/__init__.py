"""Front matter as data and places, in each format that Hugo reads."""
