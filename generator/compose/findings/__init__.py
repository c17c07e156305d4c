"""What rules find in a dossier: differences between sources, errors, figures, names."""
