"""Shows the last good pages while authors write; the engine reloads the browser when pages change."""

import os
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from watchfiles import watch

from generator.model.settings import SETTINGS
from generator.site.engine import QUIET, command

STOPPED, DIED = 0, 2
SETTLED_MS = 200
LOOK_MS = 500
PATIENCE_S = 5
LAST_PORT = 65_535


def serve(
    project: Path,
    rebuild: Callable[[], bool],
    watched: Sequence[Path],
    address: str,
    stop: threading.Event | None = None,
) -> int:
    """Serve the project at an address such as 127.0.0.1:8000, and rebuild when a watched path changes.

    `rebuild` makes new pages, or reports what is wrong and leaves the old ones. Returns 0 after Ctrl-C,
    SIGTERM or `stop`, and 2 if the server ends by itself, for instance because the address is taken.
    """
    refusal = _refusal_of(address)
    if refusal:
        print(f"error: {address} cannot be served: {refusal}; choose another with --address")
        return DIED
    stop = stop or threading.Event()
    with _terminating(stop), _server(project, address) as server:
        try:
            _rebuild_on_change(rebuild, watched, stop, server)
        except KeyboardInterrupt:
            return STOPPED
        if server.poll() is None:
            return STOPPED
    print(f"error: the server at {address} ended with exit code {server.returncode}")
    return DIED


def _refusal_of(address: str) -> str | None:
    """Why the system gives nobody this address now, in a word of the system or of ours; None if it does."""
    host, _, port = address.rpartition(":")
    if not port.isdigit() or int(port) > LAST_PORT:
        return "it is no host and port, such as 127.0.0.1:8000"
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host or "127.0.0.1", int(port)))
        except OSError as refusal:
            return (refusal.strerror or str(refusal)).lower()
    return None


def _rebuild_on_change(
    rebuild: Callable[[], bool],
    watched: Sequence[Path],
    stop: threading.Event,
    server: subprocess.Popen[bytes],
) -> None:
    """Return when told to stop, or when the server has ended."""
    changes = watch(
        *(path for path in watched if path.exists()),
        debounce=SETTLED_MS * 4,
        step=SETTLED_MS,
        stop_event=stop,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
    )
    for changed in changes:
        if server.poll() is not None:
            return
        if changed:
            rebuild()


@contextmanager
def _server(project: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """The engine's own server until the body ends, in a session of its own: Ctrl-C is for us to pass on."""
    navigation = str(project / "build" / "nav.yml")  # inherited settings are not watched unless named
    options = ("--livereload", "--no-strict", "-f", str(project / SETTINGS), "-a", address, "-w", navigation)
    server = subprocess.Popen(  # noqa: S603 - a list of arguments, without a shell
        command("mkdocs", "serve", *options), cwd=project, env=os.environ | QUIET, start_new_session=True
    )
    try:
        yield server
    finally:
        _end(server)


def _end(server: subprocess.Popen[bytes]) -> None:
    """First as Ctrl-C would, so that it removes its temporary folder; then less and less politely."""
    for request in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        server.send_signal(request)
        with suppress(subprocess.TimeoutExpired):
            server.wait(PATIENCE_S)
            return


@contextmanager
def _terminating(stop: threading.Event) -> Iterator[None]:
    """Let SIGTERM end the body as Ctrl-C does; only the main thread may ask for signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
