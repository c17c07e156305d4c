"""What mkdocs.yml must hold, or the site would not be built, or would silently lack something.

One table of needs: a setting, what must be true of it, what to write. Another of settings that can do no
harm; with any other the engine is asked (generator/site/refusals.py).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.addresses import SiteFiles
from generator.model.settings import is_flag, is_nothing, is_text, items_of
from generator.site.settings import OUR_SCRIPTS, OUR_STYLES
from generator.words import NoWords, language_of, languages

Meets = Callable[[Node | None], bool]

BUNDLES = frozenset({"extra", "markdown.extensions.extra", "pymdownx.extra"})
"""Names of Markdown extensions that bring along those that the pages need."""
_MADE_THERE = "there the build puts what the site is made of"
_BY_THE_BUILD = "is set by the build"


@dataclass(frozen=True, slots=True)
class Need:
    """What must be true of a setting; `why` goes on after its name, `help` says what to write."""

    name: str
    is_met: Meets
    why: str
    help: str


def _absent(node: Node | None) -> bool:
    return node is None


def _is_mapping(node: Node | None) -> bool:
    return isinstance(node, MappingNode)


def _is_word(node: Node | None) -> bool:
    """A single text; what is none at all, the reader complains of."""
    return is_text(node) or is_nothing(node) or not isinstance(node, ScalarNode)


def _is(value: str) -> Meets:
    return lambda node: isinstance(node, ScalarNode) and node.value == value


def _is_path(path: str) -> Meets:
    return lambda node: isinstance(node, ScalarNode) and posixpath.normpath(node.value or "-") == path


def _has_all(*wanted: str) -> Meets:
    """A list with these; a script may also be a mapping with its `path`."""
    return lambda node: isinstance(node, SequenceNode) and {*wanted} <= {*_listed(node)}


def _listed(node: SequenceNode) -> Iterator[str]:
    for name, said in items_of(node):
        if said is None or name == "path":
            yield str(said.value) if said else name


def _extends(wanted: str) -> Meets:
    """Markdown extensions with this one, by any of its names."""
    names = {wanted, f"markdown.extensions.{wanted}"} | BUNDLES
    return lambda node: any(name in names for name, _ in items_of(node))


def _searches(node: Node | None) -> bool:
    """The theme's search is switched on; where plugins are not listed, the engine takes it."""
    named = [said for name, said in items_of(node) if name in ("search", "material/search")]
    return is_nothing(node) or any(not is_flag(dict(items_of(said)).get("enabled"), False) for said in named)


def _speaks(node: Node | None) -> bool:
    return node is None or (is_text(node) and node.value in _languages() and _has_words(node.value))


def _has_words(tag: str) -> bool:
    """Whether this program has words of its own in a language."""
    try:
        return bool(language_of(tag))
    except NoWords:
        return False


@cache
def _languages() -> frozenset[str]:
    """The languages of the theme."""
    folder = files("material").joinpath("templates/partials/languages")
    return frozenset(
        PurePosixPath(file.name).stem for file in folder.iterdir() if file.name.endswith(".html")
    )


NEEDS = (
    *(
        Need(name, _is_path(path), f"must be `{path}`: {_MADE_THERE}", f"write `{name}: {path}`")
        for name, path in (
            ("INHERIT", "build/nav.yml"),
            ("docs_dir", "build/pages"),
            ("site_dir", "build/site"),
        )
    ),
    *(
        Need(name, _is_word, "must be text", f"put the value of `{name}` in quotation marks")
        for name in ("site_name", "site_description", "site_author", "copyright", "not_in_nav")
    ),
    Need(
        "use_directory_urls",
        lambda node: is_nothing(node) or is_flag(node, True),
        "must be true: each page is a folder, so that its address has no ending",
        "leave it out; to read the site without a server, take the"
        f" `{SiteFiles.ARCHIVE}` that each build makes",
    ),
    Need(
        "theme",
        _is_mapping,
        "must be a mapping, with `name`, `custom_dir` and `font`",
        "write `theme: {name: material, custom_dir: build/theme, font: false}`",
    ),
    Need(
        "theme.name",
        _is("material"),
        "must be `material`: the pages are made for it",
        "write `name: material`",
    ),
    Need(
        "theme.custom_dir",
        _is_path("build/theme"),
        f"must be `build/theme`: {_MADE_THERE}",
        "write `custom_dir: build/theme`",
    ),
    Need(
        "theme.font",
        lambda node: is_flag(node, False),
        "must be false: else each page would ask another host for fonts",
        "write `font: false`",
    ),
    Need(
        "theme.palette",
        lambda node: node is None or isinstance(node, SequenceNode),
        "must be a list of colour schemes: the header offers a choice of them",
        "write each scheme as an item, such as `- scheme: default`",
    ),
    Need(
        "theme.language",
        _speaks,
        "is no language that there are words in, from the theme and from Briefing",
        f"write {' or '.join(f'`{name}`' for name in languages())}; to add one, see docs/words.md",
    ),
    Need(
        "nav", _absent, "is made by the build, in `build/nav.yml`; this one would take its place", "remove it"
    ),
    *(
        Need(name, is_nothing, "would take pages away to which others link", "remove it")
        for name in ("exclude_docs", "draft_docs")
    ),
    Need(
        "plugins",
        _searches,
        "must have `search`: without it the site has no search",
        "write `- search` below `plugins`",
    ),
    *(
        Need(
            "markdown_extensions",
            _extends(name),
            f"must have `{name}`: the pages are written with it",
            f"write `- {name}` below `markdown_extensions`",
        )
        for name in ("attr_list", "md_in_html")
    ),
    Need(
        "extra_css",
        _has_all(*OUR_STYLES),
        f"must have `{OUR_STYLES[0]}`: without it the pages have no style",
        f"write `extra_css: [{OUR_STYLES[0]}]`",
    ),
    Need(
        "extra_javascript",
        _has_all(*OUR_SCRIPTS),
        f"must have {' and '.join(f'`{name}`' for name in OUR_SCRIPTS)}: previews and filters need them",
        f"write `extra_javascript: [{', '.join(OUR_SCRIPTS)}]`",
    ),
    Need("extra", lambda node: node is None or _is_mapping(node), "must be a mapping of values", "remove it"),
    *(
        Need(f"extra.{name}", _absent, _BY_THE_BUILD, "remove it")
        for name in ("policy", "policy_zensical", "archive")
    ),
    *(
        Need(
            f"{name}omitted_files",
            lambda node: not (isinstance(node, ScalarNode) and node.value == "warn"),
            "must not be `warn`: pages such as those of the sources are in no navigation",
            "write `omitted_files: ignore`",
        )
        for name in ("validation.", "validation.nav.")
    ),
)

_OF_THE_ENGINE = (
    "INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra extra_css"
    " extra_javascript extra_templates hooks markdown_extensions nav not_in_nav plugins remote_branch"
    " remote_name repo_name repo_url site_author site_description site_dir site_name site_url strict theme"
    " use_directory_urls validation watch"
)
KNOWN = frozenset(_OF_THE_ENGINE.split())
"""The settings that the engine knows."""

FAMILIAR = re.compile(
    r"""
      (?:INHERIT|docs_dir|site_dir|site_url|use_directory_urls|strict|exclude_docs|draft_docs):.*
    | (?:site_name|site_description)[:.][^<]* | (?:site_author|copyright):[^<]* | not_in_nav:[^!\\]*
    | theme\.(?:name|custom_dir|font|language):.*
    | theme\.features\.(?!search\.share)[a-z]+(?:\.[a-z]+)*:[ ]
    | theme\.palette\.(?:media|scheme|primary|accent|toggle\.name):[^<]*
    | theme\.palette\.toggle\.icon:[ ]material/brightness-(?:auto|4|7)
    | extra\.(?:generator|briefing):.*
    | plugins\.search:[ ] | plugins\.search\.(?:separator:.*|pipeline:[ ])
    | markdown_extensions\.(?:admonition|attr_list|def_list|md_in_html|tables|toc):[ ]
    | markdown_extensions\.toc\.(?:permalink|permalink_title):.*
    | extra_(?:css|javascript)\.assets/(?:briefing\.css|previews\.js|filter\.js):[ ]
    | validation\.(?:(?:nav|links)\.)?
      (?:omitted_files|not_found|absolute_links|unrecognized_links|anchors):[ ](?:ignore|info|warn)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The settings that can do no harm, each with its value; what the needs judge has been looked at before."""
JUDGED = frozenset({"extra.briefing"})
"""The settings that a reader of their own looks at."""
DEEPEST = 12
"""How deep settings are followed: none that is familiar lies deeper, and an alias may hold itself."""
