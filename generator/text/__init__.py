"""Pure functions on words, of no subject in particular; they know the nouns."""
