"""What frontlint says of a page, how it is known again, and how authors silence it."""
