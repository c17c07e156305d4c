"""Nobody sees half of what is written: of a file, of several files, of a folder; and one build at a time."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import files
from generator.files import AnotherBuildIsRunning, building, swap_in, write_group

OLD = {"first.yml": "old first", "second.json": "old second"}
NEW = {"first.yml": "new first", "second.json": "new second", "third.txt": "new third"}


def tree(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with old files."""
    for name, text in OLD.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def group(folder: Path) -> dict[Path, bytes]:
    return {folder / name: text.encode() for name, text in NEW.items()}


def test_a_group_is_written_and_leaves_no_scraps(folder: Path) -> None:
    """Folders are made on the way."""
    write_group(group(folder) | {folder / "deep" / "er.txt": b"more"})
    assert tree(folder) == NEW | {"deep/er.txt": "more"}


@pytest.mark.parametrize("step", ["_write", "copy2", "replace"])
@pytest.mark.parametrize("nth", [0, 1, 2])
@pytest.mark.parametrize("refusal", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_group_that_is_broken_off_at_any_step_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, nth: int, refusal: BaseException
) -> None:
    """Each of its writings, of the copies it makes for going back, and of its renamings refused in turn."""
    owner = {"_write": files, "copy2": shutil, "replace": Path}[step]
    real, calls = getattr(owner, step), iter(range(99))

    def refused(*arguments: object, **options: object) -> object:
        if next(calls) == nth:
            raise refusal
        return real(*arguments, **options)

    monkeypatch.setattr(owner, step, refused)
    wanted = NEW if (step, nth) == ("copy2", 2) else OLD  # only two files have something to go back to
    if wanted is OLD:
        with pytest.raises(type(refusal)):
            write_group(group(folder))
    else:
        write_group(group(folder))
    assert tree(folder) == wanted


KILLED = """
import os, signal, sys
from pathlib import Path
from generator import files

def dying(owner, name):
    real = getattr(owner, name)
    def call(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)
    setattr(owner, name, call)

folder, left, names = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
for name in ("replace", "unlink", "open"):
    dying(Path, name)
dying(files.shutil, "copy2")
files.write_group({folder / name: f"new {name.partition('.')[0]}".encode() for name in names})
"""


def test_a_group_whose_writer_is_killed_at_any_step_leaves_old_or_new_of_each(folder: Path) -> None:
    """Whole files, the first ones new before the later; and the next group is written as if nothing was."""
    seen = []
    for steps in range(99):
        for name, text in OLD.items():
            (folder / name).write_text(text)
        (folder / "third.txt").unlink(missing_ok=True)
        done = subprocess.run([sys.executable, "-c", KILLED, folder, str(steps), *NEW], check=False)
        assert done.returncode in (0, -signal.SIGKILL)
        shown = {name: text for name, text in tree(folder).items() if not name.startswith(".")}
        seen.append(tuple(shown.get(name) == text for name, text in NEW.items()))
        assert all(text in (OLD.get(name), NEW[name]) for name, text in shown.items())
        if done.returncode == 0:
            break
    assert dict.fromkeys(seen) == dict.fromkeys(
        [(False,) * 3, (True, False, False), (True, True, False), (True,) * 3]
    )
    assert tree(folder) == NEW


def a_site(folder: Path, text: str) -> Path:
    (folder / "deep").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "deep" / "page.html").write_text(text)
    return folder


@pytest.mark.parametrize("at_once", [True, False])
def test_the_new_site_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    """In one step, or by renaming where the system cannot."""
    if not at_once:
        monkeypatch.setattr(files, "of_the_system", lambda _name: None)
    live = a_site(tmp_path / "site", "old")
    swap_in(a_site(tmp_path / "staging", "new"), live)
    assert set(tree(live).values()) == {"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_files_that_are_the_same_keep_their_time(tmp_path: Path) -> None:
    """What is sent to a host is what differs."""
    live = a_site(tmp_path / "site", "old")
    os.utime(live / "index.html", (1, 1))
    staging = a_site(tmp_path / "staging", "old")
    (staging / "deep" / "page.html").write_text("new")
    swap_in(staging, live)
    assert (live / "index.html").stat().st_mtime == 1
    assert (live / "deep" / "page.html").stat().st_mtime > 1


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """There may be nothing to replace."""
    swap_in(a_site(tmp_path / "staging", "new"), tmp_path / "site")
    assert set(tree(tmp_path / "site").values()) == {"new"}


def _try_to_build(folder: Path, answer: multiprocessing.SimpleQueue[bool]) -> None:
    try:
        with building(folder):
            answer.put(True)
    except AnotherBuildIsRunning:
        answer.put(False)


def test_a_second_build_is_refused_while_the_first_runs(tmp_path: Path) -> None:
    """One wins, the other ends at once; afterwards the folder is free."""
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.SimpleQueue[bool] = context.SimpleQueue()
    with building(tmp_path / "build"):
        other = context.Process(target=_try_to_build, args=(tmp_path / "build", answer))
        other.start()
        other.join()
    assert answer.get() is False
    with building(tmp_path / "build"):
        pass


def test_a_build_whose_process_is_killed_leaves_the_folder_free(tmp_path: Path) -> None:
    """The system lets go of the lock, whatever file is left."""
    code = (
        "import os, signal, sys; from pathlib import Path; from generator.files import building\n"
        "with building(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "build"], check=False)
    assert done.returncode == -signal.SIGKILL
    with building(tmp_path / "build"):
        pass
