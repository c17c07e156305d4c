"""What the sources hold that the content does not use yet, as YAML to be pasted. Pure but for `command`."""

from __future__ import annotations

from generator.suggest.figures import figures
from generator.suggest.names import names

__all__ = ["figures", "names"]
