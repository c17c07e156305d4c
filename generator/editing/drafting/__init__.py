"""What the sources hold that the content does not use yet, as YAML to be pasted."""
