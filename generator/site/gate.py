"""TEMPORARY."""
from generator.model.diagnostics import Diagnostic
def check_site(site, pages): return ()
