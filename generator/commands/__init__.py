"""What a person types: the options of each command, and nothing that decides."""
