"""The third stage: a `Dossier` to an `Edition`. What it says, in which order, on which page; no markup."""
