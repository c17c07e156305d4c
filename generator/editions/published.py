"""Whether what is published is what was built: file by file, in a folder or behind an address."""

from __future__ import annotations

import hashlib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from generator.editions.manifest import Manifest
from generator.model.addresses import SiteFiles

# What hosts take as settings and do not serve.
SETTINGS_OF_HOSTS = frozenset({SiteFiles.HEADERS, SiteFiles.REDIRECTS})
SECONDS = 20.0
LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class Deviation:
    """A published file that is not as built; `what` is `changed`, `missing` or `extra`."""

    path: str
    what: str


class NotReached(OSError):
    """An address that does not answer at all."""


def deviations(built: Manifest, site: Path) -> Iterator[Deviation]:
    """What of a folder differs from the files of the manifest."""
    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    yield from _compared(built, lambda path: (site / path).read_bytes() if path in there else None)
    for path in sorted(there - set(built.files) - {SiteFiles.MANIFEST}):
        yield Deviation(path, "extra")


def deviations_online(built: Manifest, address: str) -> Iterator[Deviation]:
    """What is served under an address and differs; files that should not be there cannot be seen.

    Asks this one host for the files of the manifest and follows no redirect to another.
    """
    opener = urllib.request.build_opener(_SameHost(urlsplit(address).netloc))
    base = address.rstrip("/") + "/"
    served = {path: sum_ for path, sum_ in built.files.items() if path not in SETTINGS_OF_HOSTS}
    site = Manifest(built.site_name, built.as_of, built.fingerprint, (), served)
    yield from _compared(site, lambda path: _fetched(opener, urljoin(base, quote(path))))


def _compared(built: Manifest, content: Callable[[str], bytes | None]) -> Iterator[Deviation]:
    for path, wanted in sorted(built.files.items()):
        found = content(path)
        if found is None:
            yield Deviation(path, "missing")
        elif hashlib.sha256(found).hexdigest() != wanted:
            yield Deviation(path, "changed")


class _SameHost(urllib.request.HTTPRedirectHandler):
    def __init__(self, host: str) -> None:
        self.host = host

    def redirect_request(self, *args: object) -> urllib.request.Request | None:
        request: urllib.request.Request | None = super().redirect_request(*args)  # type: ignore[arg-type]
        return request if request and urlsplit(request.full_url).netloc == self.host else None


def _fetched(opener: urllib.request.OpenerDirector, address: str) -> bytes | None:
    request = urllib.request.Request(address, headers={"User-Agent": "briefing-verify"})  # noqa: S310 - the command takes http and https only
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            content: bytes = answer.read(LARGEST)
            return content
    except urllib.error.HTTPError:
        return None
    except (urllib.error.URLError, TimeoutError) as reason:
        raise NotReached(f"{address} does not answer: {reason}") from None
