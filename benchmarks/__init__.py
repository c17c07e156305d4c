"""Measurements of what must stay fast and of what must be found; each runs by itself."""
