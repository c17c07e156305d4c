"""The fonts that a project's settings add to those of print."""

from __future__ import annotations

from pathlib import Path

from generator.model.diagnostics import Diagnostic
from generator.site.settings import UNREADABLE, print_settings
from generator.typeset.added import added_fonts
from generator.typeset.fonts import OWN, Fonts


def project_fonts(project: Path) -> tuple[Fonts, tuple[Diagnostic, ...]]:
    """The fonts in the folder that `extra.briefing.fonts` names, and what is wrong with it.

    None for settings that cannot be read: the reader complains of that.
    """
    try:
        settings = print_settings(project)
    except UNREADABLE:
        return OWN, ()
    if settings.fonts is None:
        return OWN, ()
    return added_fonts(project, settings.fonts, settings.fonts_span)
