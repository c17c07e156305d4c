# Everything starts here: `make site` and `make test` set up what they need.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
NODE   := tests/node/node_modules

.PHONY: site style test test-fast check serve programs ci-jobs goldens clean lock bench help
.PHONY: check-content diff links test-browser post-comment post-issue

# Even with -j, one set-up after the other: two apt-gets would lock each other out.
.NOTPARALLEL:

# Each file of tests is one worker's, in its order; `make test WORKERS=0` runs them one after the other.
WORKERS ?= auto
PYTEST   = $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# How problems are shown (CI sets it); the edition that `make diff` compares with, and the one it
# looks at: the content as it is now, if NEW names none (NEW=build/site: what was built).
FORMAT ?= full
OLD    ?= HEAD
NEW    ?=

# What the tests need: programs of the system, packages of Python and of npm.
TESTS = programs $(VENV)/ready-dev $(NODE)/ready

help:  ## List the targets
	@sed -n 's/^\([a-z-]*\):.*##/\1\t/p' Makefile

site: $(VENV)/ready  ## Build the site into build/site
	$(BIN)/briefing build

serve: $(VENV)/ready  ## Serve the site and rebuild it as files change
	$(BIN)/briefing serve

test: $(TESTS)  ## Run all tests
	$(PYTEST)

test-fast: $(VENV)/ready-dev  ## Run, in under 90 seconds, the tests that need no built site, PDF, browser or server
	$(PYTEST) -m "not slow and not browser"

check: $(TESTS)  ## Format, lint, types, content, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/briefing check
	$(PYTEST)

check-content: $(VENV)/ready  ## Check the content alone; reports for CI in build/
	$(BIN)/briefing check --format $(FORMAT) --report markdown=build/check.md --report gitlab=build/check.json

diff: $(VENV)/ready  ## Say in build/diff.md what changed since OLD for readers
	@mkdir -p build
	$(BIN)/briefing diff $(OLD) $(NEW) --format markdown > build/diff.md

links: $(VENV)/ready  ## Ask whether the links of the sources answer; build/links.md
	$(BIN)/briefing links --format markdown --output build/links.md

post-comment: $(VENV)/ready  ## Put build/diff.md under the merge request of this CI job
	$(BIN)/briefing post comment build/diff.md

post-issue: $(VENV)/ready  ## Put build/links.md into an issue of this CI job's project
	$(BIN)/briefing post issue build/links.md

test-browser: $(TESTS)  ## Run the tests that need Chromium
	$(PYTEST) -m browser

ci-jobs: $(TESTS)  ## Run all jobs of all CI files in fresh clones of what is committed (minutes)
	$(BIN)/python -m tests.ci.local $(ARGS)

goldens: $(TESTS)  ## Rewrite the golden files; read the diff like code
	UPDATE_GOLDENS=1 $(BIN)/python -m pytest tests

style: $(VENV)/ready-dev  ## Build the style page, with every component, into build/style
	$(BIN)/python -m tests.output.style_page build/style

bench: $(VENV)/ready-dev  ## Measure the stages on 5, 500 and 5,000 sources
	$(BIN)/python -m benchmarks.stages

lock:  ## Pin the dependencies again (needs uv)
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command "make lock" --extra install --extra import pyproject.toml -o requirements.lock
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command "make lock" --extra install --extra import --extra dev pyproject.toml -o requirements-dev.lock

clean:  ## Remove what was built and installed
	rm -rf build $(VENV) $(NODE) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Runs every time, in some 20 ms: what was refused, or removed since, comes up again.
programs:
	@PYTHON=$(PYTHON) .ci/tools test

$(BIN)/python:
	@PYTHON=$(PYTHON) .ci/tools site
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Briefing needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "No virtual environment could be made with $(PYTHON)"; exit 1; }

$(VENV)/ready: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(VENV)/ready $@

# Checkers that Python's index does not have; without npm the tests that run them are skipped.
$(NODE)/ready: tests/node/package.json tests/node/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix tests/node --loglevel=error && touch $@; fi
