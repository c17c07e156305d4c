"""What helps a person write: audit of summaries, drafts of entries, quotations."""
