"""Articles as they come, HTML or pasted text, made clean: their words, metadata, what was left out."""
