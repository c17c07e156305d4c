"""The content security policy: the scripts of the theme run, and no others.

Which those are is read off a site of our own harmless pages, built with the project's settings.
"""

import hashlib
import html
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from generator.cache import key_of, program_digest, sealed, unsealed
from generator.files import write_if_changed
from generator.model.diagnostics import Diagnostic
from generator.model.settings import SETTINGS, Settings, items_of
from generator.site import settings as site_settings
from generator.site.engine import EngineResult, engine_version, invoke, theme_files
from generator.site.gate import check_site, inline_scripts, named

# The theme's first script holds the way up to the site's root, so it differs by depth.
CLEAN_PAGES = tuple(
    map(PurePosixPath, ("index.md", "a/index.md", "a/b/index.md", "a/b/c/index.md", "a/b/c/d/index.md"))
)
# Nothing of the content: a navigation holds titles, so it is left out too.
HARMLESS = {"INHERIT": None, "nav": None, "docs_dir": "pages", "site_dir": "site", "strict": False}

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


@contextmanager
def harmless_site(project: site_settings.Configured, engine: str) -> Iterator[tuple[EngineResult, Path]]:
    """What the engine said, and the folder of what it made; its files are gone afterwards."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _lay_out(project, folder)
        yield invoke(engine, ("build", "-f", str(folder / SETTINGS)), folder), folder / "site"


def rehearsal_key(project: site_settings.Configured, engine: str) -> str:
    """What stands for all that such a site depends on: settings, engine, theme, our templates and program."""
    parts = [program_digest(), engine_version(engine), site_settings.resolved(project.settings)]
    for path, content in sorted(_templates(project).items()):
        parts += str(path), hashlib.sha256(content).hexdigest()
    return key_of(*parts)


def _lay_out(project: site_settings.Configured, folder: Path) -> None:
    files = {PurePosixPath("pages", name): b"# A page\n\n## A section\n\nWords.\n" for name in CLEAN_PAGES}
    files |= {
        PurePosixPath("pages", name): b"\n"
        for name in (*site_settings.OUR_STYLES, *site_settings.OUR_SCRIPTS, *site_settings.ASKED_BY_TEMPLATES)
    }
    files |= {PurePosixPath("theme", path): content for path, content in _templates(project).items()}
    files[PurePosixPath(SETTINGS)] = site_settings.variant(
        project, {**HARMLESS, "theme.custom_dir": "theme"}
    ).encode()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    _take_along(project, folder / "pages")


def _take_along(project: site_settings.Configured, pages: Path) -> None:
    """Files of one's own that the settings name: an engine finds them beside the pages."""
    settings = project.settings
    lists = (items_of(settings.at(name)) for name in ("extra_css", "extra_javascript", "extra_templates"))
    names = {name for named in lists for name, _ in named}
    for name in names | {settings.words(f"theme.{each}") for each in ("logo", "favicon")}:
        source, target = site_settings.docs_folder(project) / name, pages / name
        if source.is_file() and target.resolve().is_relative_to(pages) and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _templates(project: site_settings.Configured) -> dict[PurePosixPath, bytes]:
    """The project's own templates, or ours where it has none yet."""
    folder = site_settings.custom_templates(project)
    if folder is None or not folder.is_dir():
        return theme_files(site_settings.site_words(project.settings))
    found = (path for path in folder.rglob("*") if path.is_file())
    return {PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes() for path in found}


class EngineCannotRun(OSError):
    """The engine builds not even a site of empty pages with these settings."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What harmless pages showed: the names of the theme's scripts, and what would keep a site from show."""

    scripts: tuple[str, ...]
    problems: tuple[Diagnostic, ...] = ()


def policy_of(project: site_settings.Configured, *, engine: str = "mkdocs") -> str:
    """The policy for all pages of the project, as the meta element takes it.

    It depends on the settings, the engine, the theme and our templates, never on content. What the theme
    was found to hold is kept in build/ until one of them changes. Raises EngineCannotRun.
    """
    key = rehearsal_key(project, engine)
    scripts = _remembered(project.root, key)
    if scripts is None:
        found = _rehearsed(_Asked(key, engine, project.root, project.settings))
        if not found.scripts:
            why = "; ".join(problem.message for problem in found.problems)
            raise EngineCannotRun(f"{engine} cannot build even empty pages with {SETTINGS}: {why}")
        scripts = found.scripts
        if not found.problems:
            _remember(project.root, key, scripts)
    return _policy(scripts, engine)


def refusals(project: site_settings.Configured, engine: str = "mkdocs") -> tuple[Diagnostic, ...]:
    """What engine and gate have against any site with these settings; writes nothing.

    Settings for which a policy is kept have been found good.
    """
    key = rehearsal_key(project, engine)
    if _remembered(project.root, key) is not None:
        return ()
    return _rehearsed(_Asked(key, engine, project.root, project.settings)).problems


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is rehearsed; the key stands for the settings, so that another run's count as the same."""

    key: str
    engine: str
    root: Path
    settings: Settings = field(compare=False)


@lru_cache(maxsize=4)
def _rehearsed(asked: _Asked) -> Rehearsal:
    """No scripts if the engine made no pages, for the theme has some."""
    with harmless_site(site_settings.Configured(asked.root, asked.settings), asked.engine) as (result, site):
        texts = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
        if not result.ok or len(texts) < len(CLEAN_PAGES):
            nothing = Diagnostic("site-engine", "the engine made no pages")
            return Rehearsal((), result.problems or (nothing,))
        run = (script for text in texts.values() for script in inline_scripts(LexborHTMLParser(text)))
        scripts = tuple(sorted({named(script) for script in run}))
        policy = html.escape(_policy(scripts, asked.engine))
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
