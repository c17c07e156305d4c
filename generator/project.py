"""The folders of one project."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """Where everything of one project is, from its root.

    `keeps` whether builds keep what they made for later ones, and use what earlier ones kept.
    """

    root: Path
    keeps: bool = True

    @property
    def build(self) -> Path:
        """Everything that is made; safe to delete."""
        return self.root / "build"

    @property
    def pages(self) -> Path:
        """The Markdown pages."""
        return self.build / "pages"

    @property
    def theme(self) -> Path:
        """Our templates for the engine, where any project's mkdocs.yml finds them."""
        return self.build / "theme"

    @property
    def navigation(self) -> Path:
        """The generated part of the engine's configuration."""
        return self.build / "nav.yml"

    @property
    def settings(self) -> Path:
        """The configuration that is kept by hand."""
        return self.root / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """The website that is served."""
        return self.build / "site"

    @property
    def staging(self) -> Path:
        """Where the next website is made before it takes the place of the last."""
        return self.build / "staging"

    @property
    def cache(self) -> Path:
        """What is kept for later builds; safe to delete, and worth restoring on another machine."""
        return self.root / ".cache" / "briefing"

    def made_of(self) -> tuple[Path, ...]:
        """What the engine makes the site of."""
        return (self.pages, self.theme, self.navigation, self.settings)

    def inputs(self) -> tuple[Path, ...]:
        """What a rebuild depends on."""
        return (self.root / "sources", self.root / "content", self.settings)
