"""TODO room frontmatter/yaml."""
