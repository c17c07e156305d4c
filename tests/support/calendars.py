"""What RFC 5545 requires of a calendar, and what two programs read of it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from icalendar import Calendar

from tests.support.programs import MODULES, needed

ONCE = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS", "URL")
AT_MOST_ONCE = ("DTEND", "DESCRIPTION", "LOCATION", "TRANSP", "CATEGORIES")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def assert_is_calendar(content: bytes) -> None:
    """The frame and each event have what they must, each once; every line is folded and ends in CRLF."""
    text = content.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    events = text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    assert events
    for event in events:
        names = [re.split("[:;]", line)[0] for line in event.partition("END:VEVENT")[0].splitlines()]
        assert [names.count(name) for name in ONCE] == [1] * len(ONCE)
        assert max(names.count(name) for name in AT_MOST_ONCE) == 1
        assert set(names) <= {*ONCE, *AT_MOST_ONCE}


def by_icalendar(path: Path) -> dict[str, Any]:
    """The name, the address and the events as icalendar reads them; no error is passed over."""
    calendar = Calendar.from_ical(path.read_bytes().decode())
    events = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        events.append(
            {
                "uid": str(event["uid"]),
                "summary": str(event["summary"]),
                "description": str(event["description"]),
                "sequence": int(str(event["sequence"])),
                "start": event.decoded("dtstart").isoformat(),
                "end": event.decoded("dtend").isoformat(),
                "isDate": True,
                "status": str(event["status"]),
                "url": str(event["url"]),
            }
        )
    return {"name": str(calendar["name"]), "source": str(calendar["source"]), "events": events}


def by_ical_js(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The same as ical.js reads it, in its strict mode."""
    needed("ical.js")
    command = [needed("node"), str(MODULES.parent / "calendars.mjs"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read
