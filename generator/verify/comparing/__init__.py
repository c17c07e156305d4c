"""Holds what a statement asserts against what its evidence asserts: differs, agrees, or not read."""
