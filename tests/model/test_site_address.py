"""Which addresses a site can have, and which of them lead nobody to it."""

from __future__ import annotations

import pytest

from generator.model.addresses import address_fault, is_placeholder, mended, site_address
from generator.model.runs import Target


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://lake-talks.org/lake/", "https://lake-talks.org/lake/"),
        ("https://lake-talks.org/lake", "https://lake-talks.org/lake/"),
        ("https://lake-talks.org", "https://lake-talks.org/"),
        ("http://intranet/talks/", "http://intranet/talks/"),
        ("HTTP://Lake-Talks.org/Lake", "http://Lake-Talks.org/Lake/"),
        ("https://lake-talks.org:8443/~ada/a.b_c/%C3%BC/", "https://lake-talks.org:8443/~ada/a.b_c/%C3%BC/"),
        ("http://192.168.1.7:8080/", "http://192.168.1.7:8080/"),
        ("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x/"),
        ("https://xn--seegesprche-s8a.org/", "https://xn--seegesprche-s8a.org/"),
    ],
)
def test_a_site_lives_at_an_address_of_the_web(written: str, address: str) -> None:
    """With one slash at the end, and the scheme in small letters, as the engine writes it."""
    assert address_fault(written) is None
    assert site_address(written).address == address
    assert site_address(written).of(Target("rounds/index", "all")) == f"{address}rounds/#all"
    assert site_address(written).of_file("x.png") == f"{address}x.png"


@pytest.mark.parametrize(
    ("written", "fault", "better"),
    [
        ("", "begin", None),
        ("lake-talks.org/lake", "begin", "https://lake-talks.org/lake/"),
        ("//lake-talks.org/", "begin", "https://lake-talks.org/"),
        ("localhost:8000", "begin", "https://localhost:8000/"),
        ("ftp://lake-talks.org/", "begin", None),
        ("javascript:alert(1)", "begin", None),
        ("JavaScript://lake-talks.org/%0aalert(1)", "begin", None),
        ("data:text/html,x", "begin", None),
        ("file:///etc/passwd", "begin", None),
        ("https:lake-talks.org", "begin", None),
        (" https://lake-talks.org/", "begin", "https://lake-talks.org/"),
        ("https://lake-talks.org/my lake/", "space", "https://lake-talks.org/my%20lake/"),
        ("https://lake-talks.org\n/", "space", "https://lake-talks.org/"),
        ('https://lake-talks.org/"', "space", "https://lake-talks.org/%22/"),
        ("https://lake-talks.org\\@evil.net/", "space", None),
        ("https://seegespräche.org/über/", "space", "https://xn--seegesprche-s8a.org/%C3%BCber/"),
        ("https://lake-talks.org/?a=b", "“?”", "https://lake-talks.org/"),
        ("https://lake-talks.org/lake?", "“?”", "https://lake-talks.org/lake/"),
        ("https://lake-talks.org/#top", "“?”", "https://lake-talks.org/"),
        ("https://ada:secret@lake-talks.org/", "password", "https://lake-talks.org/"),
        ("https://ada@lake-talks.org/", "password", "https://lake-talks.org/"),
        ("https://", "no host", None),
        ("https:///lake/", "no host", None),
        ("https://[lake/", "no host", None),
        ("https://[lake]/", "no host", None),
        ("https://lake..org/", "no host", None),
        ("https://lake,talks.org/", "no host", None),
        (f"https://{'a' * 64}.org/", "no host", None),
        ("https://lake-talks.org:/", "no host", None),
        ("https://lake-talks.org:99999/", "port", None),
        ("https://lake-talks.org:x/", "port", None),
        ("https://lake-talks.org/a+b/", "path", "https://lake-talks.org/a%2Bb/"),
        ("https://lake-talks.org/a//b/", "path", "https://lake-talks.org/a/b/"),
        ("https://lake-talks.org//", "path", "https://lake-talks.org/"),
        ("https://lake-talks.org/a/../b/", "path", "https://lake-talks.org/b/"),
        ("https://lake-talks.org/a/;b/", "path", "https://lake-talks.org/a/%3Bb/"),
        ("https://lake-talks.org/50%/", "path", "https://lake-talks.org/50%25/"),
    ],
)
def test_no_other_address_is_one_of_a_site(written: str, fault: str, better: str | None) -> None:
    """It is said why, and what was meant, if that can be told; nothing of it ever becomes a link."""
    assert fault in str(address_fault(written))
    assert site_address(written).address is None
    assert mended(written) == better


@pytest.mark.parametrize(
    ("address", "is_nobodys"),
    [
        ("https://example.org/", True),
        ("https://www.Example.COM/briefing/", True),
        ("https://a.b.example.edu/", True),
        ("https://example.net./", True),
        ("https://lakes.example/", True),
        ("http://lakes.test:8000/", True),
        ("https://lakes.invalid/", True),
        ("http://lakes.localhost/", True),
        ("http://localhost:8000/", True),
        ("http://127.0.0.1:8000/", True),
        ("http://127.1.2.3/", True),
        ("http://[::1]:8000/", True),
        ("http://0.0.0.0/", True),
        ("https://lake-talks.org/", False),
        ("https://myexample.org/", False),
        ("https://example.org.lake-talks.net/", False),
        ("https://example.co.uk/", False),
        ("http://intranet/", False),
        ("http://192.168.1.7/", False),
        ("https://test.lake-talks.org/example.org/", False),
    ],
)
def test_reserved_addresses_are_nobodys(address: str, is_nobodys: bool) -> None:
    """RFC 2606, RFC 6761, and the machine itself."""
    assert is_placeholder(address) is is_nobodys


@pytest.mark.parametrize(
    ("written", "language"),
    [
        (None, "en"),
        ("de", "de"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant", "zh-Hant"),
        ("", "en"),
        ("Deutsch", "en"),
        ('d"', "en"),
    ],
)
def test_the_language_is_that_of_the_settings(written: str | None, language: str) -> None:
    """If it is a language tag."""
    assert site_address(None, written).language == language
