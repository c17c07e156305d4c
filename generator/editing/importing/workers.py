"""Files opened in other processes, two at a time: one that never ends harms no other."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from generator.editing.importing.child import OUT_OF_MEMORY, get, put
from generator.editing.importing.opening import Job, Opened
from generator.model.diagnostics import Diagnostic
from generator.model.text import Span

CHILD = "generator.editing.importing.child"
AT_A_TIME = 2
_SLOWEST_START = 120
AHEAD = 4 * AT_A_TIME
"""So many files are opened before the first of them is asked for; their bytes wait in memory."""

# A system that runs out of memory kills; what is killed for its time is known by that.
_FOR_WANT_OF_MEMORY = (OUT_OF_MEMORY, -9)
_HOME = Path(__file__).resolve().parents[3]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What opening one file may take."""

    seconds: float = 90
    megabytes: int = 2_000


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What came of one thing: the job that it was, if it was one, and what was opened."""

    thing: T
    job: Job | None
    opened: Opened


class Workers:
    """A few processes that open files; they start when they are needed, and again after a failure."""

    def __init__(self, limits: Limits | None = None, module: str = CHILD) -> None:
        self._limits, self._module = limits or Limits(), module
        self._threads = ThreadPoolExecutor(AT_A_TIME)
        self._own = threading.local()
        self._all: list[_Worker] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)

    def each(self, things: Iterable[T], job_of: Callable[[T], Job | Opened]) -> Iterator[Answer[T]]:
        """What is in each of the things, in their order; one of which `job_of` makes no job is as it says."""
        waiting: deque[Future[Answer[T]]] = deque()
        for thing in things:
            waiting.append(self._threads.submit(self._answer, thing, job_of))
            if len(waiting) >= AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def one(self, job: Job) -> Opened:
        """What is in one file."""
        return self._threads.submit(self._open, job).result()

    def _answer(self, thing: T, job_of: Callable[[T], Job | Opened]) -> Answer[T]:
        job = job_of(thing)
        return Answer(thing, None, job) if isinstance(job, Opened) else Answer(thing, job, self._open(job))

    def _open(self, job: Job) -> Opened:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = self._own.worker = _Worker(self._limits, self._module)
            self._all.append(worker)
        return worker.open(job)


class _Worker:
    """One process, used by one thread."""

    def __init__(self, limits: Limits, module: str) -> None:
        self._limits, self._module = limits, module
        self._process: subprocess.Popen[bytes] | None = None

    def open(self, job: Job) -> Opened:
        """What is in a file; if the process ends over it, a report of that."""
        process = self._running()
        answer, is_late = _answer(process, job, self._limits.seconds)
        if answer is None:
            self._process = None
            return self._failure(job, process, is_late=is_late)
        if not isinstance(answer, Opened):
            raise TypeError(f"the child answered {answer!r}")
        return answer

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            _stop(self._process)
            self._process.wait()
            _close(self._process)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - this program, without a shell
                [
                    sys.executable,
                    "-P",
                    "-m",
                    self._module,
                    str(self._limits.megabytes),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            _answer(self._process, None, _SLOWEST_START)
        return self._process

    def _failure(self, job: Job, process: subprocess.Popen[bytes], *, is_late: bool) -> Opened:
        process.kill()
        code = process.wait()
        _close(process)
        help = "copy the text of the article, and pipe it into `briefing import -`"
        where = Span.at(job.name)
        if is_late:
            message = f"opening it took more than {self._limits.seconds:g} seconds"
            problem = Diagnostic("import-too-slow", message, where, help=help)
        elif code in _FOR_WANT_OF_MEMORY:
            message = f"opening it took more than {self._limits.megabytes:,} MB of memory"
            problem = Diagnostic("import-too-much-memory", message, where, help=help)
        else:
            message = f"the program that opens such files crashed (exit {code})"
            problem = Diagnostic("import-crashed", message, where, help=help)
        return Opened(problems=(problem,))


def _answer(process: subprocess.Popen[bytes], job: Job | None, seconds: float) -> tuple[object | None, bool]:
    """The next answer of a process, to a job if there is one; None if it ends, and whether time ran out."""
    was_late = threading.Event()
    timer = threading.Timer(seconds, _stop, (process, was_late))
    timer.start()
    try:
        if process.stdin is None or process.stdout is None:
            return None, False
        if job is not None:
            put(process.stdin, job)
        return get(process.stdout), False
    except (EOFError, OSError):
        return None, was_late.is_set()
    finally:
        timer.cancel()


def _stop(process: subprocess.Popen[bytes], was_late: threading.Event | None = None) -> None:
    if was_late is not None:
        was_late.set()
    process.kill()


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def _environment() -> dict[str, str]:
    """Where the program is, from wherever it was started; and no threads, each of which takes memory."""
    path = os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
