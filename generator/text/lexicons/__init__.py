"""What words do in a claim, by language: one data file each, read by `lexicon`."""
