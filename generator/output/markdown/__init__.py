"""Pages as Markdown that any of MkDocs, ProperDocs and Zensical builds."""
