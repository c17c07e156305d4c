"""A page from the network, for `--fetch` only: whole, soon, not too large, unchanged on the way."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

import requests

from generator import __version__
from generator.editing.importing.inbox import LARGEST, too_large
from generator.editing.importing.run import Fetched
from generator.model.diagnostics import Diagnostic
from generator.model.text import Span
from generator.reports.full import visible

SECONDS = 30
MOST_REDIRECTS = 5
_PIECE = 65_536
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_AGENT = f"briefing/{__version__} (imports single articles at an editor's request)"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/*+xml;q=0.9,text/*;q=0.8"
_HELP = "save the page in a browser where you can read it, and import that file"


class _NotFetched(Exception):
    """Why an address gave nothing."""


def fetched(address: str) -> Fetched | Diagnostic:
    """What an address answers, in the form in which it answers it; or why there is nothing."""
    end = time.monotonic() + SECONDS
    try:
        with requests.Session() as session:
            return _followed(session, address, end)
    except _TooLarge:
        return too_large(address)
    except (_NotFetched, requests.RequestException, ValueError) as reason:
        message = f"the address could not be fetched: {_brief(reason)}"
        return Diagnostic("import-not-fetched", message, Span.at(address), help=_HELP)


class _TooLarge(Exception):
    """More bytes than an article has."""


def _followed(session: requests.Session, address: str, end: float) -> Fetched:
    here = address
    for _ in range(MOST_REDIRECTS + 1):
        with _answer(session, here, end) as answer:
            if answer.is_redirect:
                here = _next(here, answer.headers["Location"])
                continue
            if not answer.ok:
                raise _NotFetched(f"it answers {answer.status_code} {answer.reason or ''}".rstrip())
            return Fetched(_whole(answer, end), here, _encoding(answer))
    raise _NotFetched(f"it leads on more than {MOST_REDIRECTS} times")


@contextmanager
def _answer(session: requests.Session, address: str, end: float) -> Iterator[requests.Response]:
    seconds = max(end - time.monotonic(), 1)
    headers = {"User-Agent": _AGENT, "Accept": _ACCEPT}
    with session.get(address, stream=True, allow_redirects=False, timeout=seconds, headers=headers) as answer:
        yield answer


def _next(here: str, location: str) -> str:
    there = urljoin(here, location)
    if urlsplit(there).scheme not in ("http", "https"):
        raise _NotFetched(f"it leads to {there[:100]}, which is no page of the web")
    before, after = urlsplit(here), urlsplit(there)
    is_as_safe = after.scheme == "https" or (before.scheme, before.netloc) == ("http", after.netloc)
    if not is_as_safe:
        raise _NotFetched(f"it leads to {there[:100]}, over http: anybody on the way could change it")
    return there


def _whole(answer: requests.Response, end: float) -> bytes:
    """The body, unpacked; what is packed may be small and its contents large."""
    pieces, size = [], 0
    for piece in answer.iter_content(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise _TooLarge
        if time.monotonic() > end:
            raise _NotFetched(f"it took more than {SECONDS} seconds")
        pieces.append(piece)
    return b"".join(pieces)


def _encoding(answer: requests.Response) -> str | None:
    """What the server says of a text's encoding; it outranks what the page says."""
    kind, _, rest = answer.headers.get("Content-Type", "").partition(";")
    found = _CHARSET.search(rest)
    return found[1] if found and kind.strip().lower().startswith("text/") else None


def _brief(reason: Exception) -> str:
    """The reason in a few words: libraries tell it in nested ones."""
    if isinstance(reason, requests.Timeout):
        return f"no answer within {SECONDS} seconds"
    if isinstance(reason, requests.exceptions.SSLError):
        return "its certificate is not valid"
    if isinstance(reason, requests.ConnectionError):
        return "no connection to its host"
    return visible(str(reason))[:200]
