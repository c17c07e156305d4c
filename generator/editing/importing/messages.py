"""Articles in mails, and in pages that a browser saved as one file (RFC 2557)."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from generator.editing.importing.article import Article, Author, Field, PageState
from generator.editing.importing.bylines import authors_of
from generator.editing.importing.html import article_from_html
from generator.editing.importing.pastes import article_from_text

_REPLIED = re.compile(r"^\s*(?:(?:re|aw|fwd?|wg|tr|rv|antw)\s*:\s*)+", re.IGNORECASE)
_LISTED = ("List-Id", "List-Unsubscribe", "List-Post")


def article_from_message(data: bytes, name: str) -> Article:
    """The article in a mail, with what its header fields say of it; or in a saved page."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise TypeError("the policy makes messages of another class")
    address = message.get("Snapshot-Content-Location")
    part = message.get_body(("html",))
    if part is not None and (address or part.get("Content-Location")):
        return _page(part, address or part.get("Content-Location"))
    article = _body(message, part, name)
    subject = _REPLIED.sub("", str(message.get("Subject", ""))).strip()
    is_listed = any(field in message for field in _LISTED)
    return replace(
        article,
        title=Field(subject, "subject of the mail") if subject else article.title,
        authors=_sender(message) or article.authors,
        issued=_sent(message) or article.issued,
        type=article.type if is_listed else Field("personal_communication", "a mail to one person", True),
    )


def _page(part: MIMEPart, address: object) -> Article:
    where = str(address) if address and str(address).startswith("http") else None
    return article_from_html(_bytes(part), where, part.get_content_charset())


def _body(message: EmailMessage, part: MIMEPart | None, name: str) -> Article:
    """The article of the HTML, unless it has none or its plain text is all that was sent."""
    plain = message.get_body(("plain",))
    if part is not None:
        article = article_from_html(_bytes(part), None, part.get_content_charset())
        if article.state is PageState.ARTICLE or plain is None:
            return article
    return article_from_text(str(plain.get_content()) if plain is not None else "", name)


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _sender(message: EmailMessage) -> Field[tuple[Author, ...]] | None:
    shown, _ = parseaddr(str(message.get("From", "")))
    authors = authors_of(shown) if shown else ()
    return Field(authors or (Author(literal=shown),), "sender of the mail", True) if shown else None


def _sent(message: EmailMessage) -> Field[str] | None:
    """The day in the sender's own time."""
    try:
        return Field(parsedate_to_datetime(str(message["Date"])).date().isoformat(), "date of the mail")
    except (TypeError, ValueError):
        return None
