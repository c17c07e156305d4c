"""Runs the site engine, and checks what it made; the engine decides how pages look, never what they say."""
