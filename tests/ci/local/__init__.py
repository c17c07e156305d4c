"""The jobs of the CI files, run on this machine: each in a fresh clone, with the variables of its forge.

What an action does for a job is listed in `github.ACTIONS`: done here, or named as not run with the reason.
"""
