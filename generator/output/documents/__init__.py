"""Pages and the dossier as documents that people take along: clean Markdown, Word, EPUB."""
