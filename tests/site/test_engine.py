"""The engines build our pages strictly, alike and always the same; what they complain of becomes problems."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.dates import PartialDate, parse
from generator.model.diagnostics import Severity
from generator.site.engine import ENGINES, EngineResult, engine_version, epoch_of, run_engine
from generator.site.gate import check_site
from generator.site.policy import policy_of, policy_setting
from tests.site.projects import PAGES, a_project
from tests.support.autodiscovery import ATOM, feeds_found
from tests.support.projects import configured

pytestmark = pytest.mark.slow

MARKDOWN = [PurePosixPath(name) for name in PAGES if name.endswith(".md")]


def test_a_warning_becomes_a_problem_with_what_belongs_to_it() -> None:
    """Level and colours go, items of a list stay."""
    output = (
        "INFO    -  Building documentation\n"
        "WARNING -  Doc file 'a.md' contains a link 'x.md', but the target is not found.\n"
        "WARNING -  These pages are not in the nav:\n  - a.md\n  - b.md\n"
        "\nAborted with 2 warnings in strict mode!\n"
    )
    problems = EngineResult(ok=False, output=output).problems
    assert [problem.message for problem in problems] == [
        "Doc file 'a.md' contains a link 'x.md', but the target is not found.",
        "These pages are not in the nav: a.md, b.md",
    ]
    assert {(problem.code, problem.severity) for problem in problems} == {("site-engine", Severity.ERROR)}


@pytest.mark.parametrize(
    ("day", "seconds"),
    [
        ("1970-01-02", 86_400),
        ("2025-10-27", 1_761_523_200),
        ("1850-03-01", 0),
        ("0001-01-01", 0),
        ("9999-12-31", 2**32 - 1),
    ],
)
def test_any_day_is_a_moment_that_the_engine_can_pack(day: str, seconds: int) -> None:
    """Files of the years before 1970 and after 2106 have no date of their own."""
    date = parse(day)
    assert isinstance(date, PartialDate)
    assert epoch_of(date) == seconds


def test_a_failure_without_a_complaint_is_one_problem() -> None:
    """The last words of a crash are better than none."""
    crash = EngineResult(ok=False, output="Traceback …\n  File …\nMemoryError: no more\n")
    assert [problem.message for problem in crash.problems] == ["MemoryError: no more"]
    assert len(EngineResult(ok=False, output="").problems) == 1
    assert EngineResult(ok=True, output="INFO - all well\n").problems == ()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_link_fails_the_build_of_every_engine(tmp_path: Path, engine: str) -> None:
    """Each engine is run strictly, and says where; without escape sequences."""
    project = a_project(
        tmp_path / "p", pages={"bad.md": "# Bad\n\n[gone](gone.md)\n\n[none](index.md#none)\n"}
    )
    result = run_engine(
        configured(project), project / "build" / "staging", source_date_epoch=0, engine=engine
    )
    assert not result.ok
    assert len(result.problems) == 2
    assert all("bad.md" in problem.message and problem.message.isprintable() for problem in result.problems)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_builds_the_same_pages(tmp_path: Path, engine: str) -> None:
    """Strictly, from one mkdocs.yml as it stands; nothing is missing, broken or outside the policy."""
    project = a_project(tmp_path / "project")
    policy = policy_of(configured(project), engine=engine)
    a_project(tmp_path / "policed", extra={policy_setting(engine): policy})
    staging = tmp_path / "policed" / "build" / "staging"
    result = run_engine(configured(tmp_path / "policed"), staging, source_date_epoch=0, engine=engine)
    assert result.ok, result.output
    assert check_site(staging, MARKDOWN) == ()
    missing = LexborHTMLParser((staging / "404.html").read_text(encoding="utf-8"))
    headings = [node.text(strip=True) for node in missing.css("h1")]
    assert headings == ["There is no such page"]
    assert not (tmp_path / "policed" / "build" / "site").exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_policy_stands_before_anything_that_content_decides(tmp_path: Path, engine: str) -> None:
    """It binds only what comes after it; and only the engine that it was made for carries it."""
    other = "mkdocs" if engine == "zensical" else "zensical"
    settings = {policy_setting(engine): "default-src 'none'", policy_setting(other): "script-src 'none'"}
    project = a_project(tmp_path / "project", extra=settings)
    run_engine(configured(project), project / "build" / "staging", source_date_epoch=0, engine=engine)
    html = (project / "build" / "staging" / "index.html").read_text(encoding="utf-8")
    head = re.findall(r"<(meta|title|link|script)\b([^>]*)>", html)
    assert [name for name, _ in head[:2]] == ["meta", "meta"]
    assert 'charset="utf-8"' in head[0][1]
    assert "Content-Security-Policy" in head[1][1]
    assert "default-src" in head[1][1]
    assert html.count("charset=") == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_leaves_feeds_as_readers_find_them(tmp_path: Path, engine: str) -> None:
    """The head that a page brings is that of the built page, to the letter."""
    head = f'<link rel=\\"alternate\\" type=\\"{ATOM}\\" href=\\"../../feeds/rounds/one.atom\\">'
    page = f'---\nhead: "{head}"\n---\n{PAGES["rounds/one.md"]}'
    files = {"rounds/one.md": page, "feeds/rounds/one.atom": "<feed/>\n"}
    project = a_project(tmp_path / "project", pages=files)
    staging = project / "build" / "staging"
    result = run_engine(configured(project), staging, source_date_epoch=0, engine=engine)
    assert result.ok, result.output
    built = (staging / "rounds" / "one" / "index.html").read_text(encoding="utf-8")
    assert feeds_found(built) == [(ATOM, "../../feeds/rounds/one.atom")]
    assert not feeds_found((staging / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_two_runs_give_the_same_bytes(tmp_path: Path, engine: str) -> None:
    """Wherever the project lies and whatever the day."""
    sites = []
    for name in ("one", "two"):
        project = a_project(tmp_path / name / "project")
        staging = tmp_path / name / "staging"
        assert run_engine(configured(project), staging, source_date_epoch=1_700_000_000, engine=engine).ok
        files = sorted(path for path in staging.rglob("*") if path.is_file())
        sites.append({path.relative_to(staging): path.read_bytes() for path in files})
    assert sites[0] == sites[1]


def test_the_version_names_the_engine_and_its_theme() -> None:
    """What the output depends on."""
    assert re.fullmatch(r"mkdocs \S+ mkdocs-material \S+", engine_version())


def test_only_known_engines_are_run(tmp_path: Path) -> None:
    """No module of another name is started."""
    with pytest.raises(ValueError, match="no such engine"):
        run_engine(configured(tmp_path), tmp_path / "out", source_date_epoch=0, engine="http.server")
