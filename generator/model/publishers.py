"""Who publishes a site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the site: a name, where to write to, and on what terms it may be used.

    `contact` is a mail address or an address that begins with `https://`; `terms` are words,
    or such an address.
    """

    name: str
    contact: str | None = None
    terms: str | None = None
