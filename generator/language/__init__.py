"""What the program knows of language: pure functions on text, of no subject in particular."""
