"""Pages and the dossier as accessible PDF files, the same bytes each time."""
