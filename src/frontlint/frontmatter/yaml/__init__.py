"""YAML as Hugo's goccy/go-yaml reads it, with places."""
