"""The site for Apache, as a `.htaccess` or the inside of a `<Directory>`."""

from __future__ import annotations

import re

from generator.hosting.facts import (
    ASK_AGAIN,
    COMPRESSIBLE,
    FOREVER,
    HASHED,
    KINDS,
    WITH_CHARSET,
    RedirectRule,
    Site,
)


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
