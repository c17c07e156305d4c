"""What the image would hold and serve: the lines of the container file run here, without an engine."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from generator.cli import main
from generator.project import Project
from generator.site.policy import headers_of, policy_of
from tests.ci.local.world import installed
from tests.hosting.servers import Running, free_port, nginx_with, running
from tests.support.projects import ROOT, configured
from tests.support.sites import a_copy

LINES = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
SETTINGS = Path("etc/nginx/conf.d/default.conf")


def image_of(project: Path, image: Path) -> None:
    """Run what the first stage does with the built site, and copy what the second takes of it."""
    *_, last = re.findall(r"^RUN (.*)$", LINES, re.MULTILINE)
    subprocess.run(("sh", "-euc", last), cwd=project, check=True)
    for source, target in re.findall(r"^COPY --from=site /briefing/(\S+) /(\S+)$", LINES, re.MULTILINE):
        (image / target).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (project / source).is_dir() else shutil.copy
        copy(project / source, image / target)


@pytest.fixture(scope="module")
def server(real: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The image's server with its settings; only where it listens and where its files are is ours."""
    folder = tmp_path_factory.mktemp("container")
    project = a_copy(real, folder / "briefing").root
    installed(project)
    image_of(project, folder / "image")
    settings = (folder / "image" / SETTINGS).read_text(encoding="utf-8")
    assert "listen 8080;" in settings
    assert "EXPOSE 8080" in LINES
    port, made = free_port(), folder / "made"
    made.mkdir()
    here = settings.replace("8080", f"127.0.0.1:{port}").replace("/srv/", f"{folder}/image/srv/")
    with running(nginx_with(here, made), made, port) as started:
        yield started


def test_the_image_serves_the_site_as_it_was_built(real: Project, server: Running) -> None:
    """File by file, at the path of the site's address; from the root a reader is led there."""
    assert server.get("/").headers["location"] == "/briefing/"
    headers = headers_of(policy_of(configured(real.root)))
    home = server.get("/briefing/")
    assert {name: home.headers[name.lower()] for name in headers} == headers
    address = f"http://127.0.0.1:{server.port}/briefing/"
    result = CliRunner().invoke(main, ["verify", address, str(real.site)])
    assert result.exit_code == 0, result.output


def test_the_page_of_unknown_addresses_has_its_style(server: Running) -> None:
    """Wherever it is shown, it names its files from the root of the server."""
    page = server.get("/briefing/no/such/page/")
    assert page.status == 404
    styles = LexborHTMLParser(page.body).css("link[rel=stylesheet]")
    assert styles
    for style in styles:
        assert server.get(str(style.attributes["href"])).status == 200
