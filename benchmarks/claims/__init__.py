"""How well statements are compared with their evidence, measured on pairs labelled by people."""
