"""Whether mkdocs.yml holds what the site needs, told at its place, before anything is built.

A table says what each setting must be, why, and what to write; with any other the engine is asked, and what
it and the gate have against a setting is told with the line that is to blame.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.addresses import SiteFiles, address_fault, is_placeholder, mended
from generator.model.diagnostics import Diagnostic, Severity, has_errors
from generator.model.settings import SETTINGS, Settings, Unset, is_flag, is_nothing, is_text, items_of
from generator.model.text import Span
from generator.site.policy import refusals
from generator.site.settings import OUR_SCRIPTS, OUR_STYLES, Configured
from generator.text.names import closest
from generator.words import NoWords, language_of, languages

Meets = Callable[[Node | None], bool]

BUNDLES = frozenset({"extra", "markdown.extensions.extra", "pymdownx.extra"})
"""Names of Markdown extensions that bring along those that the pages need."""

_MADE_THERE = "there the build puts what the site is made of"
_BY_THE_BUILD = "is set by the build"

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

NAME = "site_url"
WHOLE = "write the address that readers will use, such as `https://YOU.codeberg.page/briefing/`"
RESERVED = "it is reserved for examples, tests or one's own machine"

SHORTEST = 3
"""What is shorter may stand in a message by chance."""

HELP = "mend this setting, or leave it out: any site would have this problem"

_QUOTED = re.compile(r"['\"]([^'\"]+)['\"]")
_UP = re.compile(r"(['\"])(?:\.\./)+")
_PAGE = re.compile(r"\A[a-z0-9/]+\.html: ")


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


def address_problems(settings: Settings) -> Iterator[Diagnostic]:
    """At most one: an error for what is no address, a warning for none and for one that leads nowhere.

    An empty text is somebody's choice, and nothing is said of it.
    """
    node = settings.at(NAME)
    if is_nothing(node):
        yield _missing(settings)
    elif not is_text(node):
        yield _wrong(settings, "must be text", WHOLE)
    elif (url := str(node.value if node else "")) and (fault := address_fault(url)):
        better = mended(url)
        yield _wrong(settings, fault, f"write `{NAME}: {better}`" if better else WHOLE)
    elif url and is_placeholder(url):
        host = urlsplit(url).hostname
        message = f"no reader can reach a site at `{host}`: {RESERVED}"
        span = settings.value_span(NAME)
        yield Diagnostic("placeholder-address", message, span, Severity.WARNING, help=WHOLE)


def _wrong(settings: Settings, fault: str, help: str) -> Diagnostic:
    return Diagnostic("setting-wrong", f"`{NAME}` {fault}", settings.value_span(NAME), help=help)


def _missing(settings: Settings) -> Diagnostic:
    node = settings.at(NAME)
    why = str(node) if isinstance(node, Unset) else f"`{NAME}` is not given"
    message = f"{why}: the site has no sitemap, and no page can say where it is"
    help = f'{WHOLE}; or `{NAME}: ""`, if the site is to have none'
    return Diagnostic("no-address", message, settings.name_span(NAME), Severity.WARNING, help=help)


def settings_refused(project: Configured) -> Iterator[Diagnostic]:
    """Each problem that any site with these settings would have, once for what is to blame."""
    met = set()
    for problem in refusals(project):
        said = _PAGE.sub("", problem.message).replace(f"{project.root}/", "")
        span = _blamed(project.settings, said)
        which = (problem.code, span)
        if which not in met:
            met.add(which)
            at = span or Span.at(SETTINGS)
            yield replace(problem, message=_UP.sub(r"\1", said), span=at, severity=Severity.ERROR, help=HELP)


def _blamed(settings: Settings, message: str) -> Span | None:
    """Where what a message quotes last is written in the settings; None if nothing of it is."""
    nodes = [node for node in _scalars(settings.root, set()) if len(node.value) >= SHORTEST]
    for quoted in reversed(_QUOTED.findall(message)):
        for node in nodes:
            if quoted in node.value or quoted.endswith(f"/{node.value.removeprefix('./')}"):
                return settings.span_of(node)
    return None


def _scalars(node: Node, met: set[int]) -> Iterator[ScalarNode]:
    """All names and values, each once."""
    if id(node) in met:
        return
    met.add(id(node))
    if isinstance(node, ScalarNode):
        yield node
    children = node.value if isinstance(node, SequenceNode) else ()
    if isinstance(node, MappingNode):
        children = [each for pair in node.value for each in pair]
    for child in children:
        yield from _scalars(child, met)


def wrong_settings(project: Configured) -> tuple[Diagnostic, ...]:
    """Every problem of settings that can be read, each once; the engine is asked only about what is rare."""
    settings = project.settings
    problems = (*_unmet(settings), *_unknown(settings), *address_problems(settings))
    if has_errors(problems) or _is_familiar(settings):
        return problems
    return (*problems, *settings_refused(project))


def _unmet(settings: Settings) -> Iterator[Diagnostic]:
    unmet = [need for need in NEEDS if not need.is_met(settings.at(need.name))]
    names = {need.name for need in unmet}
    for need in unmet:
        if need.name.rpartition(".")[0] not in names:
            span = settings.value_span(need.name)
            yield Diagnostic("setting-wrong", f"`{need.name}` {need.why}", span, help=need.help)


def _unknown(settings: Settings) -> Iterator[Diagnostic]:
    for name, _ in items_of(settings.root):
        if name not in KNOWN:
            meant = closest(name, KNOWN)
            help = f"did you mean `{meant}`?" if meant else "values of your own belong below `extra`"
            span = settings.name_span(name)
            yield Diagnostic("unknown-field", f"no site engine knows the setting `{name}`", span, help=help)


def _is_familiar(settings: Settings) -> bool:
    met: set[str] = set()
    for line in _lines(settings.root, ""):
        if line in met or not FAMILIAR.fullmatch(line):
            return False
        met.add(line)
    return True


def _lines(node: Node | None, name: str) -> Iterator[str]:
    """Each single value with its whole name, as `theme.name: material`."""
    items = () if name in JUDGED else items_of(node)
    for inner, value in items if name.count(".") < DEEPEST else ():
        yield from _lines(value, f"{name}.{inner}" if name else inner)
    if not items or name.count(".") >= DEEPEST:
        yield f"{name}: {node.value if isinstance(node, ScalarNode) else ''}"
