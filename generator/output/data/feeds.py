"""Feeds as Atom (RFC 4287) and as JSON Feed 1.1."""

import json
import posixpath
import re
from xml.sax.saxutils import escape, quoteattr

from generator.model.addresses import FeedFiles, SiteAddress, folder_of
from generator.model.dates import PartialDate
from generator.model.pages import Feed, FeedChange, FeedEntry
from generator.model.runs import Added, Link, Plain, Removed, Target
from generator.output.markdown.escape import cleaned
from generator.words import Words

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed, site_name: str, site: SiteAddress, words: Words) -> bytes:
    """The feed as Atom. Without the site's address, links are relative to the feed."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.language)}>',
        f"<id>{_text(feed.id)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{_moment(feed.updated)}</updated>",
        f"<author><name>{_text(site_name)}</name></author>",
        f'<link rel="alternate" type="text/html" href={quoteattr(_href(feed, feed.target, site))}/>',
        f'<link rel="self" type="application/atom+xml" href={quoteattr(_self(feed, site))}/>',
        *(line for entry in feed.entries for line in _entry(feed, entry, site, words)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(feed: Feed, entry: FeedEntry, site: SiteAddress, words: Words) -> list[str]:
    return [
        "<entry>",
        f"<id>{_text(entry.id)}</id>",
        f"<title>{_text(entry.title)}</title>",
        f"<published>{_moment(entry.date)}</published>",
        f"<updated>{_moment(entry.date)}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(_href(feed, entry.target, site))}/>',
        f"<summary>{_text(entry.told[0])}</summary>",
        f'<content type="html">{_text(_as_html(feed, entry, site, words))}</content>',
        "</entry>",
    ]


def _as_html(feed: Feed, entry: FeedEntry, site: SiteAddress, words: Words) -> str:
    """What the edition changed, with old words struck out and new ones marked."""
    told = "".join(f"<p>{_text(line)}</p>" for line in entry.told)
    items = "".join(f"<li>{_change_as_html(feed, change, site, words)}</li>" for change in entry.changes)
    return told + (f"<ul>{items}</ul>" if items else "")


def _change_as_html(feed: Feed, change: FeedChange, site: SiteAddress, words: Words) -> str:
    lead = _text(change.lead)
    if change.target:
        lead = f"<a href={quoteattr(_href(feed, change.target, site))}>{lead}</a>"
    said = "".join(_word_as_html(run) for run in change.words).replace("</del><ins>", "</del> <ins>")
    told = _with_remarks(lead, said, _text("; ".join(change.remarks)), words)
    sources = tuple(_source_as_html(feed, each, site) for each in change.sources)
    return _with_sources(told, sources, words)


def _with_remarks(lead: str, said: str, remarks: str, words: Words) -> str:
    key = "feed.change-with-remarks" if remarks else "feed.change"
    return words(key, lead=lead, words=said, remarks=remarks)


def _word_as_html(run: Plain | Removed | Added) -> str:
    match run:
        case Removed(text):
            return f"<del>{_text(text)}</del>"
        case Added(text):
            return f"<ins>{_text(text)}</ins>"
        case Plain(text):
            return _text(text)


def _as_text(entry: FeedEntry, words: Words) -> str:
    """The same in plain text: “Changed figure, Depth: 9 m (before: 8 m)”."""
    changes = (_change_as_text(change, words) for change in entry.changes)
    return "\n".join(map(_clean, (*entry.told, *changes)))


def _change_as_text(change: FeedChange, words: Words) -> str:
    before, after = change.before(), change.after()
    if before and after and before != after:
        said = words("feed.words-changed", after=after, before=before)
    else:
        said = after or before
    told = _with_remarks(change.lead, said, "; ".join(change.remarks), words)
    return _with_sources(told, tuple(each.text for each in change.sources), words)


def _with_sources(told: str, sources: tuple[str, ...], words: Words) -> str:
    """A change with the sources that proved it, which are given as they are to be shown."""
    if not sources:
        return told
    named = words("list.separator").join(sources)
    return f"{told} {words('feed.sources', n=len(sources), sources=named)}"


def _source_as_html(feed: Feed, source: Link, site: SiteAddress) -> str:
    return f"<a href={quoteattr(_href(feed, source.target, site))}>{_text(source.text)}</a>"


def json_feed(feed: Feed, site: SiteAddress, words: Words) -> bytes:
    """The feed as JSON Feed 1.1; addresses are left out if the site's is not known."""
    record = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _clean(feed.title),
        "language": site.language,
        **_known(home_page_url=site.of(feed.target), feed_url=site.of_file(FeedFiles(feed.path).json)),
        "items": [
            {
                "id": entry.id,
                "title": _clean(entry.title),
                "content_html": _as_html(feed, entry, site, words),
                "content_text": _as_text(entry, words),
                "date_published": _moment(entry.date),
                "date_modified": _moment(entry.date),
                **_known(url=site.of(entry.target)),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"


def _known(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}


def _href(feed: Feed, target: Target, site: SiteAddress) -> str:
    whole = site.of(target)
    if whole is not None:
        return whole
    beside = posixpath.relpath(folder_of(target.page) or ".", posixpath.dirname(feed.path)) + "/"
    return beside + (f"#{target.anchor}" if target.anchor else "")


def _self(feed: Feed, site: SiteAddress) -> str:
    file = FeedFiles(feed.path).atom
    return site.of_file(file) or posixpath.basename(file)


def _moment(date: PartialDate) -> str:
    """Midnight of the day in UTC: the data know no hour."""
    return f"{date.latest().isoformat()}T00:00:00Z"


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", cleaned(text))


def _text(text: str) -> str:
    return escape(_clean(text))
