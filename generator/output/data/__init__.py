"""Pages and editions for machines: citations, feeds, linked data, plain text, JSON."""
