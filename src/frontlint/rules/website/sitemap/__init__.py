"""Rules of the group sitemap."""
