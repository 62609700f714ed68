"""What git knows of a folder, asked of git itself."""
