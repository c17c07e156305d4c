"""What the program promises of language."""
