"""Whether the links of the sources still answer: the only part of the program that asks strangers."""

from __future__ import annotations

import dataclasses
import html
import ipaddress
import json
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, get_args
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import requests
from urllib3.exceptions import HTTPError

from generator import __version__
from generator.model.facts import Source
from generator.reports.full import visible

PRODUCT = "briefing-links"
HOPS = 10
PERMANENT, GONE, TRY_LATER = (301, 308), (404, 410), (429, 500, 502, 503, 504)
REDIRECTS = (301, 302, 303, 307, 308)
TURNED_AWAY = (401, 403, 407, 429, 451)

LinkFormat = Literal["text", "markdown", "json"]
LINK_FORMATS: tuple[LinkFormat, ...] = get_args(LinkFormat)


class Fate(StrEnum):
    """What became of a link, the worst first."""

    GONE = "gone"
    UNREACHABLE = "unreachable"
    FAILING = "failing"
    MOVED = "moved"
    UNKNOWN = "unknown"
    ANSWERS = "answers"

    def needs_an_editor(self) -> bool:
        """Whether somebody should look at it; a server that turns machines away tells nothing."""
        return self in (Fate.GONE, Fate.UNREACHABLE, Fate.FAILING, Fate.MOVED)


@dataclass(frozen=True, slots=True)
class Link:
    """An address, the ids of the sources that give it, and the copy that an archive keeps of it, if any."""

    url: str
    sources: tuple[str, ...]
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link's server said: `why` in words, `now` where it is to be found since it moved."""

    link: Link
    fate: Fate
    why: str
    now: str | None = None


def links_of(sources: Iterable[Source]) -> tuple[Link, ...]:
    """Each address once, in order; archived copies are links like the others."""
    cited: dict[str, list[str]] = {}
    archived: dict[str, str] = {}
    for source in sources:
        known = source.bibliography
        for url in (known.url, known.archive_url):
            if url:
                cited.setdefault(str(url), []).append(source.id)
        if known.url and known.archive_url:
            archived[str(known.url)] = str(known.archive_url)
    return tuple(Link(url, tuple(sorted(cited[url])), archived.get(url)) for url in sorted(cited))


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely to ask: hosts at once, seconds to wait for an answer and between requests to a host."""

    hosts_at_once: int = 4
    patience: float = 20.0
    pause: float = 1.0
    tries: int = 3
    longest_wait: float = 30.0
    private: bool = False
    contact: str | None = None


class NotAsked(Exception):
    """A request that should not be made; the message says why."""


def ask_all(links: Iterable[Link], manners: Manners) -> tuple[Answer, ...]:
    """The answer to each link, in their order."""
    hosts: dict[str, list[Link]] = {}
    for link in links:
        hosts.setdefault(_host(link.url), []).append(link)
    with ThreadPoolExecutor(manners.hosts_at_once) as pool:
        answers = pool.map(lambda group: tuple(_ask_host(group, manners)), hosts.values())
        return tuple(sorted((a for group in answers for a in group), key=lambda answer: answer.link.url))


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].lower()


def _ask_host(links: Iterable[Link], manners: Manners) -> Iterator[Answer]:
    with _Visitor(manners) as visitor:
        for link in links:
            yield visitor.ask(link)


class _Visitor:
    """One connection's worth of manners: who we are, what robots.txt said, when to speak again."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._session = requests.Session()
        contact = f"; +{manners.contact}" if manners.contact else ""
        self._session.headers["User-Agent"] = f"{PRODUCT}/{__version__} (link check{contact})"
        self._robots: dict[str, RobotFileParser] = {}
        self._has_spoken = False

    def __enter__(self) -> _Visitor:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def ask(self, link: Link) -> Answer:
        """What becomes of the link; never raises for what a server or the network does."""
        url, moved_for_good = link.url, True
        for _ in range(HOPS):
            try:
                status, target = self._answer(url)
            except NotAsked as reason:
                return Answer(link, Fate.UNKNOWN, str(reason))
            except (requests.RequestException, HTTPError, ValueError) as failure:
                return Answer(link, Fate.UNREACHABLE, _in_words(failure, self._manners))
            if not target:
                return _judged(link, status, url if moved_for_good and url != link.url else None)
            moved_for_good &= status in PERMANENT
            url = target
        return Answer(link, Fate.FAILING, f"it redirects more than {HOPS} times")

    def _answer(self, url: str) -> tuple[int, str | None]:
        """The status of the last try, and where it redirects to."""
        self._must_be_allowed(url)
        status, target, wait = 0, None, 0.0
        for number in range(self._manners.tries):
            is_last = number == self._manners.tries - 1
            try:
                status, target, wait = self._head_or_get(url)
            except (requests.ConnectionError, requests.Timeout):
                if is_last:
                    raise
                wait = 0.0
            else:
                if status not in TRY_LATER:
                    return status, target
            if not is_last:
                growing = self._manners.pause * 2**number
                time.sleep(min(max(wait, growing), self._manners.longest_wait))
        return status, target

    def _head_or_get(self, url: str) -> tuple[int, str | None, float]:
        answer = self._request("HEAD", url)
        if answer[0] >= 400 and answer[0] not in (
            410,
            429,
        ):  # many servers know no HEAD, and say so variously
            return self._request("GET", url)
        return answer

    def _request(self, method: str, url: str) -> tuple[int, str | None, float]:
        if self._has_spoken:
            time.sleep(self._manners.pause)
        self._has_spoken = True
        with self._session.request(
            method, url, timeout=self._manners.patience, allow_redirects=False, stream=True
        ) as answer:
            place = answer.headers.get("Location")
            target = _joined(url, place) if place and answer.status_code in REDIRECTS else None
            wait = answer.headers.get("Retry-After", "")
            return answer.status_code, target, float(wait) if wait.isdecimal() else 0.0

    def _must_be_allowed(self, url: str) -> None:
        try:
            parts = urlsplit(url)
        except ValueError as fault:
            raise NotAsked("it is no web address") from fault
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NotAsked("it leads to what is no web address")
        if not self._manners.private and _is_private(parts.hostname):
            raise NotAsked("its host is not on the public internet")
        if not self._rules(f"{parts.scheme}://{parts.netloc}").can_fetch(PRODUCT, url):
            raise NotAsked("the site's robots.txt asks machines not to look")

    def _rules(self, origin: str) -> RobotFileParser:
        if origin not in self._robots:
            rules = RobotFileParser()
            rules.parse(self._robots_lines(origin))
            self._robots[origin] = rules
        return self._robots[origin]

    def _robots_lines(self, origin: str) -> list[str]:
        """The file's lines; none if there is no file, or none that can be had: then nothing is forbidden."""
        try:
            with self._session.get(
                f"{origin}/robots.txt", timeout=self._manners.patience, stream=True
            ) as answer:
                start = answer.raw.read(500_000, decode_content=True) if answer.ok else b""
                return str(start, "utf-8", "replace").splitlines()
        except (requests.RequestException, HTTPError, ValueError):
            return []


def _joined(url: str, place: str) -> str:
    try:
        return urljoin(url, place)
    except ValueError:
        return place


def _judged(link: Link, status: int, now: str | None) -> Answer:
    if status < 400:
        if now:
            return Answer(link, Fate.MOVED, "it moved for good", now)
        return Answer(link, Fate.ANSWERS, f"status {status}")
    if status in GONE:
        return Answer(link, Fate.GONE, f"status {status}")
    if status in TURNED_AWAY:
        return Answer(link, Fate.UNKNOWN, f"the server turns machines away (status {status})")
    return Answer(link, Fate.FAILING, f"status {status}")


def _in_words(failure: Exception, manners: Manners) -> str:
    if isinstance(failure, requests.Timeout):
        return f"no answer in {manners.patience:g} seconds"
    if isinstance(failure, requests.exceptions.SSLError):
        return "its certificate is not valid"
    if isinstance(failure, requests.ConnectionError):
        return "no connection to the server"
    return "the server's answer is no HTTP"


def _is_private(host: str) -> bool:
    """Whether the name leads into a network of our own; a name that leads nowhere does not."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)


def links_report(answers: Sequence[Answer], format: LinkFormat) -> str:
    """The report, ending in a line feed; nothing of an address can control a terminal or an issue."""
    return WRITERS[format](answers)


def _text(answers: Sequence[Answer]) -> str:
    lines = [f"{answer.fate}: {visible(answer.link.url)} ({visible(_told(answer))})" for answer in answers]
    return "\n".join([*lines, _total(answers), ""])


def _markdown(answers: Sequence[Answer]) -> str:
    """An HTML table without a blank line, in which Markdown and mentions mean nothing."""
    rows = [_row(answer) for answer in answers if answer.fate.needs_an_editor()]
    if not rows:
        return f"{_total(answers)}\n"
    head = "<tr><th>Link</th><th>What became of it</th><th>Sources</th></tr>"
    help = (
        "For a link that moved, write the new address as `url:` of the source. For one that is gone, "
        "add `archive_url:` with a copy that an archive keeps. Quotations stay proved either way."
    )
    return "\n".join([_total(answers), "", "<table>", head, *rows, "</table>", "", help, ""])


def _row(answer: Answer) -> str:
    url = _cell(answer.link.url)
    sources = ", ".join(_cell(f"sources/{source}.md") for source in answer.link.sources)
    what = f"{answer.fate}: {html.escape(visible(answer.why))}"
    if answer.now:
        what += f"; now {_cell(answer.now)}"
    if answer.link.archived:
        what += f"; archived copy {_cell(answer.link.archived)}"
    return f"<tr><td>{url}</td><td>{what}</td><td>{sources}</td></tr>"


def _cell(text: str) -> str:
    return f"<code>{html.escape(visible(text))}</code>"


def _json(answers: Sequence[Answer]) -> str:
    return json.dumps([dataclasses.asdict(answer) for answer in answers], indent=2) + "\n"


def _told(answer: Answer) -> str:
    now = f", now {answer.now}" if answer.now else ""
    archived = f"; archived copy: {answer.link.archived}" if answer.link.archived else ""
    return f"{answer.why}{now}; source: {', '.join(answer.link.sources)}{archived}"


def _total(answers: Sequence[Answer]) -> str:
    if not answers:
        return "No source gives a link."
    bad = sum(answer.fate.needs_an_editor() for answer in answers)
    links = "1 link was" if len(answers) == 1 else f"{len(answers)} links were"
    return f"{links} looked at; {bad} {'needs' if bad == 1 else 'need'} an editor."


WRITERS: dict[LinkFormat, Callable[[Sequence[Answer]], str]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
}
