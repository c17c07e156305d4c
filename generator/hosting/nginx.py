"""The site for nginx, as one `server` with a map before it, to be included in its `http` block."""

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


def nginx(site: Site, root: str, port: int) -> str:
    """The configuration; `root` holds the folder of the site's base path, or the site itself if that is /."""
    made = f"{_MADE}# The files of build/site belong into {root}{site.base}\n"
    return "\n".join([made, _cache_map(site), _server(site, root, port)])


_MADE = """\
# Made by `briefing hosting nginx`. Make it again after an update instead of editing it.
"""


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
