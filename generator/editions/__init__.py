"""What changed from one edition to another; works on what the pipeline gives."""
