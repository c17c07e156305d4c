"""What is said of `site_url`: that it is no address, that nobody can reach it, or that there is none."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.settings import Settings, Unset, is_nothing, is_text
from generator.model.site_address import address_fault, is_placeholder, mended

NAME = "site_url"
WHOLE = "write the address that readers will use, such as `https://YOU.codeberg.page/briefing/`"
RESERVED = "it is reserved for examples, tests or one's own machine"


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
