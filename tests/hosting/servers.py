"""Real web servers on loopback, each with the configuration that the program writes for it."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from generator.hosting.servers import Site, apache, caddy, nginx
from tests.support.programs import needed

PATIENCE_S = 20
MODULES = Path("/usr/lib/apache2/modules")
NEEDED = ("mpm_event", "authz_core", "alias", "deflate", "dir", "filter", "headers", "mime")


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers by their lower-case names, and a body as it came over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs on a port of loopback."""

    port: int

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Its answer; redirects are not followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


def _nginx(site: Site, root: Path, made: Path, port: int) -> tuple[str, ...]:
    return nginx_with(nginx(site, str(root), port), made)


def _caddy(site: Site, root: Path, made: Path, port: int) -> tuple[str, ...]:
    (made / "Caddyfile").write_text("{\n\tadmin off\n}\n" + caddy(site, str(root), port))
    return (needed("caddy"), "run", "--adapter", "caddyfile", "--config", str(made / "Caddyfile"))


def _apache(site: Site, root: Path, made: Path, port: int) -> tuple[str, ...]:
    modules = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in NEEDED)
    (made / "apache.conf").write_text(
        f"{modules}ServerName localhost\nServerRoot {made}\nPidFile {made}/pid\nListen 127.0.0.1:{port}\n"
        f"ErrorLog {made}/log\nDefaultRuntimeDir {made}\nDocumentRoot {root}\nTypesConfig /dev/null\n"
        f"<Directory {root}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
    )
    (root / site.base.strip("/") / ".htaccess").write_text(apache(site))
    return (needed("apache2"), "-X", "-f", str(made / "apache.conf"))


SERVERS: dict[str, Callable[[Site, Path, Path, int], tuple[str, ...]]] = {
    "nginx": _nginx,
    "caddy": _caddy,
    "apache": _apache,
}


@contextmanager
def serving(name: str, site: Site, files: Mapping[str, bytes]) -> Iterator[Running]:
    """A server for a site of these files, where the site's base path says; it ends with the body."""
    with tempfile.TemporaryDirectory() as folder:
        root, made = Path(folder) / "root", Path(folder) / "made"
        made.mkdir()
        for path, content in files.items():
            file = root / site.base.strip("/") / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        Path(folder).chmod(0o755)  # a server that root starts reads as somebody else
        port = free_port()
        with running(SERVERS[name](site, root, made, port), made, port) as server:
            yield server


@contextmanager
def running(command: tuple[str, ...], made: Path, port: int) -> Iterator[Running]:
    """A server that a command starts, with a folder for what it writes; it ends with the body."""
    with (made / "output").open("wb") as output:
        own = os.environ | {"HOME": str(made), "XDG_CONFIG_HOME": str(made), "XDG_DATA_HOME": str(made)}
        process = subprocess.Popen(command, cwd=made, stdout=output, stderr=output, env=own)
    try:
        _wait(process, port, made / "output")
        yield Running(port)
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def nginx_with(servers: str, made: Path) -> tuple[str, ...]:
    """How nginx is started with these servers, as an image with its own main file includes them."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {made}/{kind};" for kind in kinds)
    (made / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {made}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {temporary}\n{servers} }}\n"
    )
    return (needed("nginx"), "-e", "stderr", "-p", str(made), "-c", str(made / "nginx.conf"))


def free_port() -> int:
    """A port of loopback that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, output: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        assert process.poll() is None, output.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(output.read_text())
