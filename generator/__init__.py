"""Briefing: sources, a timeline and a glossary in; proved briefing pages out."""

__version__ = "0.1.0"
