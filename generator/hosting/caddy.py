"""The site for Caddy, as one site block of a Caddyfile."""

from __future__ import annotations

import re

from generator.hosting.facts import (
    ASK_AGAIN,
    COMPRESSIBLE,
    FOREVER,
    HASHED,
    KINDS,
    WITH_CHARSET,
    Site,
)
from generator.model.addresses import SiteFiles


def caddy(site: Site, root: str, port: int) -> str:
    """The site block; `root` holds the folder of the site's base path, or the site itself if that is /."""
    headers = "\n".join(f'\t\t{name} "{value}"' for name, value in site.headers.items())
    pattern = HASHED.replace("^", f"^{re.escape(site.base)}", 1)
    moved = "".join(f"\tredir {path} {site.at(to.new)} {to.status}\n" for path, to in site.moves().items())
    types = "".join(_typed(kind, type) for kind, type in KINDS.items())
    compressible = "\n".join(f"\t\t\theader Content-Type {type}*" for type in COMPRESSIBLE)
    return f"""\
# Made by `briefing hosting caddy`. Make it again after an update instead of editing it.
# The files of build/site belong into {root}{site.base}
(briefing) {{
	header {{
{headers}
		-Server
	}}
}}

:{port} {{
	root * "{root}"
	import briefing
	encode gzip {{
		match {{
{compressible}
		}}
	}}
{types}	@forever {{
		path_regexp {pattern}
		file
	}}
	@changing not {{
		path_regexp {pattern}
		file
	}}
	header @forever Cache-Control "{FOREVER}"
	header @changing Cache-Control "{ASK_AGAIN}"
	@hidden path {site.at(SiteFiles.HEADERS)} {site.at(SiteFiles.REDIRECTS)}
	error @hidden 404
	@writing not method GET HEAD
	error @writing 405
{moved}	file_server
	handle_errors {{
		import briefing
		header Cache-Control "{ASK_AGAIN}"
		rewrite * {site.at("404.html")}
		file_server
	}}
}}
"""


def _typed(kind: str, type: str) -> str:
    charset = "; charset=utf-8" if type in WITH_CHARSET else ""
    ends = f"*.{kind} */" if kind == "html" else f"*.{kind}"
    return f'\t@{kind} path {ends}\n\theader @{kind} Content-Type "{type}{charset}"\n'
