# Two commands do everything: make dataset, make test. Both make and use .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
JOBS ?= 2

.PHONY: help dataset test lint slow compat bench generate clean

help:
	@echo "make dataset   make the dataset: corpus/published"
	@echo "make test      lint, types, layers and all tests but the slow ones"
	@echo "make slow      the tests that take minutes"
	@echo "make compat    load the dataset with older versions of datasets"
	@echo "make bench     measure speed as ratios, in one run"
	@echo "make generate  write what is generated: schema/rows, docs/checks.md"
	@echo "make clean     remove .venv and caches"

dataset: $(VENV)/installed
	@$(BIN)/pressmark dataset

test: lint
	$(BIN)/python -m pytest -n $(JOBS) -m "not slow"

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

slow: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m slow

compat: $(VENV)/installed
	$(BIN)/python tests/compat.py

bench: $(VENV)/installed-dev
	$(BIN)/python benchmarks/dataset.py
	$(BIN)/python benchmarks/scaling.py
	$(BIN)/python benchmarks/suggest.py
	$(BIN)/python benchmarks/studio.py

generate: $(VENV)/installed-dev
	$(BIN)/python scripts/generate.py

clean:
	rm -rf $(VENV) .compat .pressmark .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find scripts tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Pressmark needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3 has no venv module; install it (Debian: apt install python3-venv)" >&2; exit 2; }
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml constraints.txt
	@echo "installing pressmark into $(VENV) (about a minute, once)" >&2
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "installing what the tests need (about a minute, once)" >&2
	@$(PIP) install --constraint constraints.txt --editable '.[gamma,html,plot,studio,dev]'
	@touch $@
