# Every recipe that a person, the pre-commit hooks or CI calls. `make help` lists them.
# Needs Python 3.11 or newer with its venv module, git, and make.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
CORPUS ?= ../shared/data/polnear/dev
PYTEST_ARGS ?=
UPGRADE ?=
# Length of the long text that bench reads for its peak memory; 20 take a quarter of an hour on two cores.
MEGABYTES ?= 20
# A lock is its own constraint (-c): else pip asked for an extra of a locked package looks for its newest release.
# --no-input and a quiet pip: the same output with and without a terminal.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
UV_COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(UPGRADE) -q

.DEFAULT_GOAL := help
.PHONY: help demo setup test lint format types architecture docs docs-serve wheel size bench evaluate nested floors lock reference images clean

help:  ## list the recipes
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.runtime  ## set up and read a sample report
	@$(BIN)/onrecord read examples/report.txt

setup: $(VENV)/.dev  ## set up everything that tests, checks and docs need

test: $(VENV)/.dev  ## set up and run the tests with coverage
	$(BIN)/python -m pytest --cov --cov-report=term $(PYTEST_ARGS)

lint: $(VENV)/.dev  ## style, and that the files are formatted
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev  ## mend what lint can mend by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev  ## check the annotations
	$(BIN)/mypy

architecture: $(VENV)/.dev  ## check that imports go down only
	$(BIN)/lint-imports

docs: $(VENV)/.dev  ## build the documentation into site/, any warning an error
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

docs-serve: $(VENV)/.dev  ## show the documentation while writing it
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

wheel: $(VENV)/.dev  ## build the wheel into dist/
	rm -rf dist build
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

size: wheel  ## install the wheel on its own; check what it weighs and that it reads
	$(BIN)/python bench/size.py dist/*.whl

bench: $(VENV)/.dev  ## measure speed from a cold start and memory (bench/README.md tells of speed.py)
	$(BIN)/python bench/cold.py
	$(BIN)/python bench/memory.py --megabytes $(MEGABYTES)

evaluate: $(VENV)/.runtime  ## measure on a corpus: make evaluate CORPUS=path/to/polnear/dev
	$(BIN)/onrecord evaluate $(CORPUS)

nested: $(VENV)/.runtime  ## how many of GUM's nested attributions are found: make nested CORPUS=path/to/gum/train
	cd training && ../$(BIN)/python -m reader.gum --corpus $(abspath $(CORPUS))

floors: $(VENV)/.runtime  ## the same, and fail under the pinned floors of bench/floors.json
	$(BIN)/python bench/floors.py $(CORPUS)

lock: $(VENV)/.dev  ## write the locked requirements again (UPGRADE=--upgrade for newer releases)
	$(PIP) install --quiet uv
	$(UV_COMPILE) pyproject.toml -o requirements/runtime.txt
	$(UV_COMPILE) requirements/build.in -o requirements/build.txt
	$(UV_COMPILE) pyproject.toml --group dev -c requirements/runtime.txt -c requirements/build.txt -o requirements/dev.txt

reference: $(VENV)/.dev  ## write docs/reference/cli.md again from the commands
	$(BIN)/python docs/generate_cli.py

images: $(VENV)/.dev  ## make the README's picture again from a real run
	$(BIN)/python docs/make_images.py

clean:  ## remove what the recipes made
	rm -rf $(VENV) build dist site .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(VENV)/.created:
	@test -n "$(PYTHON)" || { echo "make: found no Python 3.11 or newer; name one with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "make: $(PYTHON) -m venv failed; Debian keeps it in python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.runtime: $(VENV)/.created requirements/runtime.txt requirements/build.txt pyproject.toml
	@echo "Setting up $(VENV) (once) ..."
	@$(PIP) install --quiet --require-hashes $(foreach f,build runtime,-r requirements/$(f).txt -c requirements/$(f).txt)
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	@$(PIP) install --quiet --require-hashes -r requirements/dev.txt -c requirements/dev.txt
	@touch $@
