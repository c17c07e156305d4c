"""The site's headers, caching and redirects for each server: Apache, Caddy, CloudFront, nginx."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator.model.addresses import SiteFiles

# The theme names these files by what they hold, so they never change; all else may with the next edition.
HASHED = r"^assets/.+\.[0-9a-f]{8}\.min\.(css|js)(\.map)?$"
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=0, must-revalidate"

KINDS = {
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex",
    "css": "text/css",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "gz": "application/gzip",
    "html": "text/html",
    "ics": "text/calendar",
    "ico": "image/x-icon",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "map": "application/json",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "png": "image/png",
    "ris": "application/x-research-info-systems",
    "sqlite": "application/vnd.sqlite3",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""The type of each kind of file; servers of different ages know different ones by themselves."""

ALREADY_SMALL = frozenset({"docx", "epub", "gz", "ico", "pdf", "png", "woff2", "zip"})
COMPRESSIBLE = tuple(sorted({type for kind, type in KINDS.items() if kind not in ALREADY_SMALL}))
# application/… types that hold text of which the encoding is not fixed by their own rules.
WITH_CHARSET = tuple(sorted(type for type in COMPRESSIBLE if type.startswith("text/")))

_PATH = re.compile(r"/[A-Za-z0-9._~/%-]*(#[A-Za-z0-9._~-]+)?")
_HEADER = re.compile(r"[A-Za-z0-9 '():;,=/+.*-]+")

# These have places of their own in the policy; CloudFront refuses them among the custom headers.
_OWN_PLACES = {
    "Content-Security-Policy": ("ContentSecurityPolicy", "ContentSecurityPolicy"),
    "Referrer-Policy": ("ReferrerPolicy", "ReferrerPolicy"),
    "X-Content-Type-Options": ("ContentTypeOptions", None),
}

_MADE = """\
# Made by `briefing hosting nginx`. Make it again after an update instead of editing it.
"""


@dataclass(frozen=True, slots=True)
class RedirectRule:
    """A page that moved, as servers know it: the paths from the root, each beginning with a slash."""

    old: str
    new: str
    status: int = 301


@dataclass(frozen=True, slots=True)
class Site:
    """A built site as a server sees it.

    `base` is the path under which it is reached, with a slash at both ends. No value holds a character that
    could end a string in a server's configuration.
    """

    headers: Mapping[str, str]
    base: str = "/"
    redirects: tuple[RedirectRule, ...] = ()
    forever: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        for value in self.headers.values():
            if not _HEADER.fullmatch(value):
                raise ValueError(f"a header cannot be written safely: {value}")
        paths = (self.base, *(path for moved in self.redirects for path in (moved.old, moved.new)))
        for path in paths:
            if not _PATH.fullmatch(path):
                raise ValueError(f"a path cannot be written safely: {path}")

    def at(self, path: str) -> str:
        """A path from the site's root, as the server sees it."""
        return f"{self.base}{path.removeprefix('/')}"

    def moves(self) -> dict[str, RedirectRule]:
        """What each path redirects to, with and without a slash at its end; the first to say so counts."""
        moves: dict[str, RedirectRule] = {}
        for redirect in self.redirects:
            old = self.at(redirect.old)
            for path in (old, old.rstrip("/") or "/"):
                moves.setdefault(path, redirect)
        return moves


def site_at(folder: Path, headers: Mapping[str, str], base: str, own: str | None = None) -> Site:
    """What servers need to know of a built site; raises ValueError if it holds what no configuration can.

    `base` is the path under which the site is reached, `own` the one that it was built for, if that differs.
    """
    moved = folder / SiteFiles.REDIRECTS
    below = base if own is None else own
    redirects = redirects_in(moved.read_text(encoding="utf-8"), below) if moved.is_file() else ()
    return Site(headers, base, redirects, files_forever(folder))


def redirects_in(text: str, below: str = "/") -> tuple[RedirectRule, ...]:
    """The moved pages of a `_redirects` file, in its order, as paths from the root of the site `below`."""
    lines = (line.partition(" #")[0].split() for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        RedirectRule(_inside(old, below), _inside(new, below), int(status[0]) if status else 301)
        for old, new, *status in filter(None, lines)
    )


def _inside(path: str, below: str) -> str:
    return "/" + path.removeprefix(below) if path.startswith(below) else path


def files_forever(folder: Path) -> tuple[str, ...]:
    """The files of a built site that never change, as paths from its root."""
    assets = (folder / "assets").rglob("*")
    names = (path.relative_to(folder).as_posix() for path in assets if path.is_file())
    return tuple(sorted(name for name in names if re.match(HASHED, name)))


def base_of(site_url: str | None) -> str:
    """The path of the site's own address, with a slash at both ends."""
    path = urlsplit(site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def headers_file(headers: Mapping[str, str], forever: tuple[str, ...] = ()) -> str:
    """A `_headers` file as Netlify and Cloudflare Pages read it.

    A path there has no pattern but a star, so files that never change are listed. All others keep the rule
    of these hosts, which is ours: ask again each time.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for path in forever:
        lines += [f"/{path}", f"  Cache-Control: {FOREVER}"]
    return "".join(f"{line}\n" for line in lines)


def apache(site: Site) -> str:
    """The directives; they need the modules alias, deflate, dir, headers, mime and filter."""
    headers = "\n".join(f'Header always set {name} "{value}"' for name, value in site.headers.items())
    types = "\n".join(f"AddType {type} .{kind}" for kind, type in KINDS.items())
    texts = " ".join(f".{kind}" for kind, type in KINDS.items() if type in WITH_CHARSET)
    moved = "".join(_moved(site, redirect) for redirect in site.redirects)
    name = HASHED.rpartition("+")[2]
    return f"""\
# Made by `briefing hosting apache`. Make it again after an update instead of editing it.
Options -Indexes
DirectoryIndex index.html
ErrorDocument 404 {site.at("404.html")}
RedirectMatch 404 "/_(headers|redirects)$"
{moved}
{types}
AddCharset utf-8 {texts}
AddOutputFilterByType DEFLATE {" ".join(COMPRESSIBLE)}

{headers}
Header always set Cache-Control "{ASK_AGAIN}"
<FilesMatch "{name}">
    Header always set Cache-Control "{FOREVER}" "expr=%{{REQUEST_STATUS}} < 400"
</FilesMatch>
"""  # noqa: S608 - directives of a web server, not a query


def _moved(site: Site, redirect: RedirectRule) -> str:
    old = re.escape(site.at(redirect.old).rstrip("/"))
    return f'RedirectMatch {redirect.status} "^{old}/?$" "{site.at(redirect.new)}"\n'


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


def cloudfront_headers(site: Site) -> str:
    """The `--response-headers-policy-config` of `aws cloudfront create-response-headers-policy`."""
    security: dict[str, dict[str, object]] = {}
    custom = []
    for name, value in site.headers.items():
        if name in _OWN_PLACES:
            place, field = _OWN_PLACES[name]
            security[place] = {"Override": True, **({field: value} if field else {})}
        else:
            custom.append({"Header": name, "Value": value, "Override": True})
    policy = {
        "Name": "briefing",
        "Comment": "Made by briefing hosting cloudfront-headers",
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(custom), "Items": custom},
    }
    return json.dumps(policy, indent=2) + "\n"


def cloudfront_function(site: Site) -> str:
    """A function (runtime cloudfront-js-2.0) that finds the pages of folders and redirects moved ones."""
    moved = {site.at(redirect.old).rstrip("/"): site.at(redirect.new) for redirect in site.redirects}
    return f"""\
// Made by `briefing hosting cloudfront-function`. Make it again after an update instead of editing it.
const MOVED = {json.dumps(moved, indent=2)};

function redirect(status, to) {{
  const words = status === 301 ? "Moved Permanently" : "Found";
  return {{ statusCode: status, statusDescription: words, headers: {{ location: {{ value: to }} }} }};
}}

function handler(event) {{
  const request = event.request;
  const path = request.uri.replace(/\\/+$/, "");
  if (Object.hasOwn(MOVED, path)) return redirect(301, MOVED[path]);
  if (request.uri.endsWith("/")) request.uri += "index.html";
  else if (!request.uri.split("/").pop().includes(".")) return redirect(301, request.uri + "/");
  return request;
}}
"""


def nginx(site: Site, root: str, port: int) -> str:
    """The configuration; `root` holds the folder of the site's base path, or the site itself if that is /."""
    made = f"{_MADE}# The files of build/site belong into {root}{site.base}\n"
    return "\n".join([made, _cache_map(site), _server(site, root, port)])


def _cache_map(site: Site) -> str:
    pattern = HASHED.replace("^", f"^{re.escape(site.base)}", 1)
    return f"""\
map $uri $briefing_cache {{
    default "{ASK_AGAIN}";
    "~{pattern}" "{FOREVER}";
}}
"""


def _server(site: Site, root: str, port: int) -> str:
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in site.headers.items())
    types = "\n".join(f"        {type} {' '.join(_kinds(type))};" for type in sorted(set(KINDS.values())))
    moved = "".join(
        f"    location = {path} {{ return {to.status} {site.at(to.new)}; }}\n"
        for path, to in site.moves().items()
    )
    outside = f"    location = / {{ return 302 {site.base}; }}\n" if site.base != "/" else ""
    return f"""\
server {{
    listen {port};
    root "{root}";
    index index.html;
    server_tokens off;
    absolute_redirect off;

    types {{
{types}
    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types {" ".join(type for type in WITH_CHARSET if type != "text/html")};

    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 1024;
    gzip_types {" ".join(type for type in COMPRESSIBLE if type != "text/html")};

{headers}
    add_header Cache-Control $briefing_cache always;

    error_page 404 {site.at("404.html")};
    location = {site.at(SiteFiles.HEADERS)} {{ return 404; }}
    location = {site.at(SiteFiles.REDIRECTS)} {{ return 404; }}
{moved}{outside}    location / {{
        limit_except GET {{ deny all; }}
        try_files $uri $uri/ =404;
    }}
}}
"""


def _kinds(type: str) -> list[str]:
    return [kind for kind, its_type in KINDS.items() if its_type == type]
