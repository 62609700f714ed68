"""Content files: their paths, the facts that other pages may ask for, the shortcodes of a body."""
