"""Floor 1: what git knows of a folder, asked of git itself."""
