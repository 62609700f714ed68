"""What `mv` and `new` do to a site: worked out and judged as data, then written, all or nothing."""
