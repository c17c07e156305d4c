"""Addresses of the web: what is refused, and what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.web_addresses import web_address_meant, web_fault


@pytest.mark.parametrize(
    "address",
    [
        "https://herald.example/2023/a?from=feed#top",
        "http://192.0.2.1:8080/",
        "https://[2001:db8::1]/x",
        "https://вода.example/река",
        "https://web.archive.org/web/2023/https://herald.example/",
        "https://doi.org/10.1000/(sici)1099",
    ],
)
def test_an_address_of_the_web_is_taken_as_it_is(address: str) -> None:
    """With a query, a fragment, a port, letters of any script."""
    assert web_fault(address) is None


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("www.example.com", "https://www.example.com"),
        ("herald.org/2023/a", "https://herald.org/2023/a"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)//www.example.com", None),
        ("data:text/html,x", None),
        ("mailto:a@b.example", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://user:word@herald.example/", None),
        ("https://herald.example/a b", None),
        ('https://herald.example/"onload=x', None),
        ("https://herald.example:99999/", None),
        ("https://[::1/", None),
        ("//herald.example/x", None),
        ("the Herald", None),
    ],
)
def test_what_was_meant_is_told_where_it_is_known(address: str, meant: str | None) -> None:
    """A DOI, and an address that only lacks its beginning; nothing is made of a script."""
    assert web_fault(address)
    assert web_address_meant(address) == meant


@given(st.text(max_size=40))
def test_what_was_meant_has_no_fault(text: str) -> None:
    """Whatever was written, and no address is both faulty and none."""
    meant = web_address_meant(text)
    assert meant is None or web_fault(meant) is None
