"""Editions beside each other: manifests read again, compared, released, and held against what is published.

No stage: it works on what the pipeline gives.
"""
