"""The first stage: files to a `Corpus`. What was written, every value with its span; nothing judged yet."""
