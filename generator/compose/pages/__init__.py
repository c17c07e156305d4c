"""The kinds of page: one function each."""
