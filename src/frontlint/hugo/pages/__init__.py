"""Which pages a site has, and what is in effect on each of them."""
