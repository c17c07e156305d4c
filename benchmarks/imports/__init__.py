"""How well articles are read from saved pages and pasted texts, against what stands in them.

The package is not called `import`, which Python keeps for itself.
"""
