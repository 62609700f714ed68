"""Which page a `ref` means."""
