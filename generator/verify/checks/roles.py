"""Rules for the roles of people."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.spelling import closest
from generator.model.dates import may_coincide
from generator.model.diagnostics import Diagnostic, Related
from generator.model.dossier import Dossier, Member, Round
from generator.model.entries import Person, Role


def delegates_hold_the_role_they_are_named_with(dossier: Dossier) -> Iterator[Diagnostic]:
    """The role of a delegate is one of that person's titles, held on the days of the round."""
    for talks in dossier.rounds():
        for delegation in talks.delegations:
            for member in delegation.members:
                person = dossier.entries.get(member.person)
                if isinstance(person, Person) and member.role:
                    yield from _role_fits(member, member.role, person, talks)


def _role_fits(member: Member, title: str, person: Person, talks: Round) -> Iterator[Diagnostic]:
    roles = [role for role in person.roles if role.title.text == title]
    if not roles:
        titles = [role.title.text for role in person.roles]
        likely = closest(title, titles)
        yield Diagnostic(
            "role-unknown",
            f"{person.pref_label} has no role “{title}”",
            member.presence.span,
            related=(Related(person.span, "the person's roles: " + ("; ".join(titles) or "none")),),
            help=f"did you mean “{likely}”?" if likely else "add the role to the person in the glossary",
        )
    elif not any(_held_during(role, talks) for role in roles):
        yield Diagnostic(
            "role-outside-its-dates",
            f"{person.pref_label} is named as “{title}” in “{talks.id}”, outside the dates of that role",
            member.presence.span,
            related=tuple(Related(role.title.span, f"held {role.held}") for role in roles),
            help="mend the role's `held`, or name the role that the person had then",
        )


def _held_during(role: Role, talks: Round) -> bool:
    if role.held is None or talks.date is None:
        return True
    return may_coincide(role.held, talks.date)
