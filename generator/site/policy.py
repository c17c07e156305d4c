"""The content security policy: the scripts of the theme run, and no others.

The hashes come from a site of our own harmless pages. Taken from the real pages, they would name whatever
script an article had managed to slip in. Why hashes at all: docs/decisions/0003-site-engine-and-policy.md.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.site.engine import engine_version, invoke
from generator.site.scripts import inline_scripts, named
from generator.site.settings import SETTINGS, custom_templates, variant

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{scripts}",
    "style-src 'self'{styles}",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)

# Zensical's search writes its style sheet into the page as it opens.
STYLES = {"zensical": " 'unsafe-inline'"}

# The theme's first script holds the way up to the site's root, so it differs by depth.
CLEAN_PAGES = ("index.md", "a/index.md", "a/b/index.md", "a/b/c/index.md", "a/b/c/d/index.md")
# Nothing of the content: a navigation holds titles, so it is left out too.
HARMLESS = {"INHERIT": None, "nav": None, "docs_dir": "pages", "site_dir": "site", "strict": False}
CACHE = Path("build", "policy.json")


class EngineCannotRun(OSError):
    """The engine builds not even a site of empty pages with these settings."""


def policy_of(project: Path, *, engine: str = "mkdocs") -> str:
    """The policy for all pages of the project, as the meta element takes it.

    It depends on the settings, the engine, the theme and our templates, never on content. What the theme
    was found to hold is kept in build/ until one of them changes. Raises EngineCannotRun.
    """
    key = _key(project, engine)
    scripts = _remembered(project, key)
    if scripts is None:
        scripts = _scripts_of_the_theme(project, engine)
        _remember(project, key, scripts)
    named_scripts = "".join(f" {script}" for script in scripts)
    return "; ".join(DIRECTIVES).format(scripts=named_scripts, styles=STYLES.get(engine, ""))


def policy_setting(engine: str = "mkdocs") -> str:
    """The name under `extra` in build/nav.yml by which the templates know an engine's policy."""
    return "policy_zensical" if engine == "zensical" else "policy"


def headers_of(policy: str) -> dict[str, str]:
    """What a server should say with every file: the policy, and what a meta element cannot."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def _scripts_of_the_theme(project: Path, engine: str) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _lay_out(folder, variant(project, HARMLESS))
        result = invoke(engine, ("build", "-f", str(folder / SETTINGS)), folder)
        built = sorted((folder / "site").rglob("*.html"))
        if not result.ok or len(built) < len(CLEAN_PAGES):
            why = "; ".join(problem.message for problem in result.problems) or "it made no pages"
            raise EngineCannotRun(f"{engine} cannot build even empty pages with {SETTINGS}: {why}")
        texts = (page.read_text(encoding="utf-8") for page in built)
        return tuple(
            sorted({named(script) for text in texts for script in inline_scripts(LexborHTMLParser(text))})
        )


def _lay_out(folder: Path, settings: str) -> None:
    (folder / SETTINGS).write_text(settings, encoding="utf-8")
    for name in CLEAN_PAGES:
        page = folder / "pages" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# A page\n\n## A section\n\nWords.\n", encoding="utf-8")


def _key(project: Path, engine: str) -> str:
    digest = hashlib.sha256(engine_version(engine).encode())
    digest.update((project / SETTINGS).read_bytes())
    templates = custom_templates(project)
    for path in sorted(templates.rglob("*")) if templates else ():
        if path.is_file():
            digest.update(path.relative_to(templates or path).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _remembered(project: Path, key: str) -> tuple[str, ...] | None:
    try:
        kept = json.loads((project / CACHE).read_text(encoding="utf-8"))
        return tuple(kept["scripts"]) if kept["key"] == key else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _remember(project: Path, key: str, scripts: tuple[str, ...]) -> None:
    cache = project / CACHE
    cache.parent.mkdir(parents=True, exist_ok=True)
    new = cache.with_name(f"{cache.name}.new")
    new.write_text(json.dumps({"key": key, "scripts": scripts}, indent=1), encoding="utf-8")
    new.replace(cache)
