"""How servers should serve the site: one set of facts, written in the language of each server."""
