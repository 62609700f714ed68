"""TODO room frontmatter/toml."""
