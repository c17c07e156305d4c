"""The second stage: a `Corpus` to a `Dossier`. Every citation located, every name resolved, rules checked."""
