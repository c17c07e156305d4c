"""The nouns every stage speaks of: frozen values that import no stage."""
