"""A process that opens files for another, within limits: `python -m generator.editing.importing.child`.

What is opened is hostile: it may take all memory, never end, or crash the reader. Here that costs one
process. Jobs come on the input, answers go to the output, each a length and a pickle.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import sys
from collections.abc import Sequence
from typing import IO

from generator.editing.importing.opening import Job, Opened, open_file
from generator.model.diagnostics import Diagnostic
from generator.model.text import Span

LENGTH = struct.Struct(">Q")
MEGABYTE = 1 << 20
READY = "ready"
"""What is said when all libraries are there, so that their loading takes no time of a file's."""
OUT_OF_MEMORY = 77
"""The exit code of a process that its limit of memory ended."""


def put(stream: IO[bytes], message: object) -> None:
    """Write one message."""
    packed = pickle.dumps(message)
    stream.write(LENGTH.pack(len(packed)) + packed)
    stream.flush()


def get(stream: IO[bytes]) -> object:
    """Read one message of our own process; raises EOFError if there is none, or only a part of one."""
    length = stream.read(LENGTH.size)
    if len(length) < LENGTH.size:
        raise EOFError
    packed = stream.read(LENGTH.unpack(length)[0])
    if len(packed) < LENGTH.unpack(length)[0]:
        raise EOFError
    return pickle.loads(packed)  # noqa: S301 - both ends are this program


def main(arguments: Sequence[str]) -> None:
    """Open what is asked for until there is nothing more; the argument is the most memory, in megabytes."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    _limit_memory(int(arguments[0]) * MEGABYTE)
    put(answers, READY)
    while True:
        try:
            job = get(sys.stdin.buffer)
        except EOFError:
            return
        if not isinstance(job, Job):
            raise TypeError(f"no job: {job!r}")
        try:
            put(answers, opened(job))
        except MemoryError:
            sys.exit(OUT_OF_MEMORY)


def opened(job: Job) -> Opened:
    """What is in a file; what a library raises over it is a report."""
    name = job.name
    try:
        return open_file(job)
    except MemoryError:
        raise
    except RecursionError:
        return _broken(name, "its parts are nested too deep")
    except Exception as reason:
        return _broken(name, f"{type(reason).__name__}: {reason}"[:200])


def _broken(name: str, reason: str) -> Opened:
    help = "open it in the program that made it, and save it again, or copy its text"
    message = f"the file is damaged, or not what it says: {reason}"
    return Opened(problems=(Diagnostic("import-broken", message, Span.at(name), help=help),))


def _limit_memory(most: int) -> None:
    """Hold this process to so much memory; where the system cannot, there is only the limit of time."""
    with contextlib.suppress(ImportError):
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main(sys.argv[1:])
