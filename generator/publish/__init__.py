"""The last stage: files into build/, atomically, only what changed, removing only what is owned."""
