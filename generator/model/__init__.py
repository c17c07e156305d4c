"""The nouns that every stage speaks of: frozen values that import no stage and no `text`."""
