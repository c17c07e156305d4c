"""How findings are shown: to people, to CI services, to programs."""
