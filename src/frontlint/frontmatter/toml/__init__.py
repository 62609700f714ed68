"""TOML as Hugo's go-toml reads it, with places."""
