"""Runs the scripts of actions/github-script with Node.js and a client that is made up."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.support.programs import needed

# Answers as GitHub's client does, and prints what was changed.
RUNNER = """
const given = JSON.parse(process.argv[1]);
const changes = [];
const change = (name) => async (content) => { changes.push([name, content]); };
const listed = (name) => Object.assign(async () => given[name] ?? [], { list: name });
const rest = {
  pulls: { list: listed("pulls") },
  issues: {
    listComments: listed("comments"), listForRepo: listed("issues"),
    updateComment: change("updateComment"), createComment: change("createComment"),
    update: change("update"), create: change("create"),
  },
};
const asked = [];
const github = { rest, paginate: async (list, query) => { asked.push([list.list, query]); return list(); } };
const context = {
  repo: { owner: "us", repo: "site" }, serverUrl: "https://forge.example", payload: given.payload ?? {},
};
const core = { info: () => {} };
const Script = Object.getPrototypeOf(async () => {}).constructor;
new Script("github", "context", "core", "require", given.script)(github, context, core, require)
  .then(() => console.log(JSON.stringify({ changes, asked })));
"""


def made_up(script: str, folder: Path, **given: Any) -> dict[str, list[Any]]:
    """What a script changes and asks, in a folder with the artifact that its job downloaded.

    `given` is what the client lists (pulls, comments, issues), and the payload of the event.
    """
    command = (needed("node"), "-e", RUNNER, json.dumps({"script": script, **given}))
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    result: dict[str, list[Any]] = json.loads(said)
    return result
