"""Measurements of what must stay fast; each runs by itself."""
