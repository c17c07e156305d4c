"""Addresses on the web as authors write them: what is wrong with one, and what was meant."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)*[^\W_](?:[\w-]{0,61}[^\W_])?\.?|\[[0-9A-Fa-f:.]+\]")
_STRANGE = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f\x7f]")
_DOI = re.compile(r"(?:doi:\s*|(?:https?://)?(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_BARE_HOST = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}(?::\d+)?(?:[/?#]\S*)?")


def web_fault(address: str) -> str | None:
    """Why a reader's browser could not be led to an address; None if it is one of the web, without a fault.

    Letters beyond ASCII may stand as they are (RFC 3987); a scheme other than http and https never.
    """
    try:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        name = host.rpartition(":")[0] if parts.port is not None else host
    except ValueError:
        return "it names no host that there can be"
    if parts.scheme not in ("http", "https"):
        return "an address begins with `https://` or `http://`"
    if _STRANGE.search(address):
        return "an address holds no space, quotation mark, bracket of code or backslash"
    if "@" in parts.netloc:
        return "an address holds no user name or password: every page would show it"
    return None if _HOST.fullmatch(name) else "it names no host that there can be"


def web_address_meant(address: str) -> str | None:
    """The address that was meant by one with a fault: that of a DOI, or the same with `https://` before it.

    None if it cannot be told.
    """
    text = address.strip()
    if doi := _DOI.fullmatch(text):
        meant = f"https://doi.org/{doi[1]}"
    elif _SCHEME.match(text) or not _BARE_HOST.fullmatch(text):
        return None
    else:
        meant = f"https://{text}"
    return None if web_fault(meant) else meant
