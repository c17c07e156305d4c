"""The real site behind a real server, with the configuration that the program writes for it."""

from __future__ import annotations

from generator.hosting.servers import KINDS, base_of, site_at
from generator.project import Project
from generator.site.policy import headers_of, policy_of
from generator.site.settings import print_settings
from tests.hosting.servers import serving
from tests.support.projects import configured


def test_nginx_serves_every_file_of_the_site_with_its_headers(real: Project) -> None:
    """At the path of the site's address; no kind of file is without a type."""
    headers = headers_of(policy_of(configured(real.root)))
    site = site_at(real.site, headers, base_of(print_settings(configured(real.root).settings).site_url))
    paths = [path for path in real.site.rglob("*") if path.is_file()]
    files = {path.relative_to(real.site).as_posix(): path.read_bytes() for path in paths}
    with serving("nginx", site, files) as server:
        for name, content in files.items():
            answer = server.get(site.at(name))
            if name.startswith("_"):
                assert answer.status == 404, name
                continue
            assert (answer.status, answer.body) == (200, content), name
            assert answer.headers["content-type"].partition(";")[0] == KINDS[name.rpartition(".")[2]]
            assert {key: answer.headers[key.lower()] for key in headers} == headers
