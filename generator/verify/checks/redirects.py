"""Rules for addresses: what an edition once had answers for ever, or tells where it went."""

from collections.abc import Iterator

from generator.model.addresses import addresses, is_made_of_ids
from generator.model.diagnostics import Diagnostic
from generator.model.facts import Dossier
from generator.text.names import closest

REDIRECTS = "content/redirects.yml"


def no_address_is_lost(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each page and anchor that a released edition had is there, or a redirect tells where it went."""
    now = addresses(dossier)
    moved = {str(redirect.old) for redirect in dossier.redirects}
    for release in dossier.releases:
        for address in release.addresses:
            if is_made_of_ids(address) and str(address) not in now | moved:
                likely = closest(address, sorted(now))
                yield Diagnostic(
                    "address-lost",
                    f"the edition {release.id} had “{address}”, which is no more",
                    address.span,
                    help=f"give the id back, or write into {REDIRECTS}, under `redirects:`,"
                    f" `- {{old: {address}, new: {likely or '…'}}}`",
                )


def redirects_lead_somewhere(dossier: Dossier) -> Iterator[Diagnostic]:
    """A redirect leads from an address that is no more to one that is there."""
    now = addresses(dossier)
    seen: set[str] = set()
    for redirect in dossier.redirects:
        if str(redirect.old) in seen:
            yield Diagnostic(
                "redirect-not-needed",
                f"another redirect leads from “{redirect.old}” already",
                redirect.old.span,
                help="keep one of them",
            )
        seen.add(str(redirect.old))
        if str(redirect.old) in now or not is_made_of_ids(redirect.old):
            yield Diagnostic(
                "redirect-not-needed",
                f"“{redirect.old}” is there, so nothing can lead elsewhere from it",
                redirect.old.span,
                help="remove the redirect, or what has this address",
            )
        if is_made_of_ids(redirect.new) and str(redirect.new) not in now:
            likely = closest(redirect.new, sorted(now))
            yield Diagnostic(
                "redirect-to-nowhere",
                f"there is no “{redirect.new}” on the site",
                redirect.new.span,
                help=f"did you mean `{likely}`?" if likely else None,
            )
