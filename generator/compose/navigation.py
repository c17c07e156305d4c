"""The navigation: rounds by date, people by side. Long groups show their index alone."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compose import atlas as places
from generator.compose.atlas import Atlas
from generator.compose.writer import capitalised
from generator.model.edition import NavItem

LONGEST_GROUP = 40
"""The theme renders the navigation on every page, so a longer list would slow down all of them."""


def navigation(atlas: Atlas) -> tuple[NavItem, ...]:
    """The lines of the navigation, in order."""
    dossier = atlas.dossier
    topics = [
        NavItem(capitalised(topic.pref_label), atlas.entry(topic.id).page) for topic in dossier.topics()
    ]
    rounds = [NavItem(talks.title, atlas.event(talks.id).page) for talks in dossier.rounds()]
    people = [
        NavItem(person.pref_label, atlas.entry(person.id).page)
        for side in (*(side.id for side in dossier.sides()), None)
        for person in dossier.people()
        if person.side == side
    ]
    promised = any(talks.commitments for talks in dossier.rounds())
    return (
        NavItem("Home", places.HOME),
        NavItem("Find", places.FIND),
        *_group("Briefings", places.BRIEFINGS, topics),
        *_group("Talk rounds", places.ROUNDS, rounds),
        *_group("People", places.OFFICIALS, people),
        NavItem("Timeline", places.TIMELINE),
        *([NavItem("Figures", places.FIGURES)] if dossier.measurands else []),
        *([NavItem("Commitments", places.COMMITMENTS)] if promised else []),
        NavItem("Where the sources disagree", places.DISAGREEMENTS),
        NavItem("Glossary", places.GLOSSARY),
        NavItem("Sources", places.SOURCES),
        NavItem("Coverage", places.COVERAGE),
        NavItem("Editions: what changed", places.EDITIONS),
        NavItem("About", places.ABOUT),
    )


def _group(label: str, index: str, items: Iterable[NavItem]) -> tuple[NavItem, ...]:
    """The index with what is in it; nothing if there is nothing, the index alone if there is too much."""
    inside = tuple(items)
    if len(inside) > LONGEST_GROUP:
        return (NavItem(label, index),)
    return (NavItem(label, None, (NavItem(label, index), *inside)),) if inside else ()


def reading_order(items: Iterable[NavItem]) -> tuple[NavItem, ...]:
    """The pages of the navigation, one after the other."""
    flat: list[NavItem] = []
    for item in items:
        if item.page is not None:
            flat.append(item)
        flat.extend(reading_order(item.items))
    return tuple(flat)
