"""The content security policy: the scripts of the theme run, and no others.

The hashes come from a site of our own harmless pages. Taken from the real pages, they would name whatever
script an article had managed to slip in. Why hashes at all: docs/decisions/0003-site-engine-and-policy.md.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.cache import sealed, unsealed
from generator.files import write_if_changed
from generator.model.diagnostics import Diagnostic
from generator.site.gate import check_site
from generator.site.rehearsal import CLEAN_PAGES, harmless_site, rehearsal_key
from generator.site.scripts import inline_scripts, named
from generator.site.settings import SETTINGS

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

CACHE = Path("build", "policy.json")
"""Which scripts the theme has, under our seal: a forged list would let a script run."""


class EngineCannotRun(OSError):
    """The engine builds not even a site of empty pages with these settings."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What harmless pages showed: the names of the theme's scripts, and what would keep a site from show."""

    scripts: tuple[str, ...]
    problems: tuple[Diagnostic, ...] = ()


def policy_of(project: Path, *, engine: str = "mkdocs") -> str:
    """The policy for all pages of the project, as the meta element takes it.

    It depends on the settings, the engine, the theme and our templates, never on content. What the theme
    was found to hold is kept in build/ until one of them changes. Raises EngineCannotRun.
    """
    key = rehearsal_key(project, engine)
    scripts = _remembered(project, key)
    if scripts is None:
        found = _rehearsed(project, engine, key)
        if not found.scripts:
            why = "; ".join(problem.message for problem in found.problems)
            raise EngineCannotRun(f"{engine} cannot build even empty pages with {SETTINGS}: {why}")
        scripts = found.scripts
        if not found.problems:
            _remember(project, key, scripts)
    return _policy(scripts, engine)


def refusals(project: Path, engine: str = "mkdocs") -> tuple[Diagnostic, ...]:
    """What engine and gate have against any site with these settings; writes nothing.

    Settings for which a policy is kept have been found good.
    """
    key = rehearsal_key(project, engine)
    return _rehearsed(project, engine, key).problems if _remembered(project, key) is None else ()


@lru_cache(maxsize=4)
def _rehearsed(project: Path, engine: str, _key: str) -> Rehearsal:
    """No scripts if the engine made no pages, for the theme has some."""
    with harmless_site(project, engine) as (result, site):
        texts = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
        if not result.ok or len(texts) < len(CLEAN_PAGES):
            nothing = Diagnostic("site-engine", "the engine made no pages")
            return Rehearsal((), result.problems or (nothing,))
        run = (script for text in texts.values() for script in inline_scripts(LexborHTMLParser(text)))
        scripts = tuple(sorted({named(script) for script in run}))
        policy = html.escape(_policy(scripts, engine))
        for page, text in texts.items():
            meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            page.write_text(text.replace("<head>", f"<head>{meta}", 1), encoding="utf-8")
        return Rehearsal(scripts, (*result.problems, *check_site(site, CLEAN_PAGES)))


def _policy(scripts: tuple[str, ...], engine: str) -> str:
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


def _remembered(project: Path, key: str) -> tuple[str, ...] | None:
    try:
        kept = unsealed((project / CACHE).read_bytes(), "policy", key)
    except OSError:
        return None
    return None if kept is None else tuple(json.loads(kept))


def _remember(project: Path, key: str, scripts: tuple[str, ...]) -> None:
    write_if_changed(project / CACHE, sealed(json.dumps(scripts).encode(), "policy", key))
