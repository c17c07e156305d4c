"""The fourth stage: an `Edition` to files, one view each. No decisions."""
