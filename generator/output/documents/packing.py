"""Files packed into one as Word and EPUB are: the same files give the same bytes, whenever and wherever."""

import io
import zipfile
from collections.abc import Iterable

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell; every file has it, whenever it was made."""

UNIX = 3
_ORDINARY = 0o644 << 16


def packed(files: Iterable[tuple[str, bytes]], *, stored: frozenset[str] = frozenset()) -> bytes:
    """The files by their names, in this order, as a zip; those that are `stored` are not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr, entry.create_system = _ORDINARY, UNIX
            form = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, form, 6)
    return made.getvalue()
