"""The view for paper: an edition's pages as designed, accessible PDF files, the same bytes each time."""
