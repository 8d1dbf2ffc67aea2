# The two commands of a new user are `make demo` and `make test`; the rest is for those who work on onrecord.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SHARED ?= ../shared

.PHONY: demo test check format eval figures docs lock clean help

help:  ## List the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.runtime: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --requirement requirements.lock
	$(PIP) install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(PIP) install --quiet --requirement requirements-dev.lock
	@touch $@

demo: $(VENV)/.runtime  ## Set up, read the examples, print a record and leave an HTML page of it in out/
	@mkdir -p out
	$(BIN)/onrecord read examples/meeting.txt --reference 2026-06-30
	$(BIN)/onrecord read examples/sanctions.html --format html --output out/sanctions.html
	$(BIN)/onrecord read examples/*.txt examples/*.html --format jsonl --output out/examples.jsonl
	@echo
	@echo "The record of examples/sanctions.html is in out/sanctions.html (open it in a browser),"
	@echo "the records of all six examples are in out/examples.jsonl. Your own file: $(BIN)/onrecord read FILE"

test: $(VENV)/.dev  ## Set up, then lint, check types, and run the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

check: test

format: $(VENV)/.dev  ## Bring the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(VENV)/.dev  ## Run every benchmark whose data are in $(SHARED)
	$(BIN)/onrecord eval --root $(SHARED)

figures: $(VENV)/.dev  ## Measure everything and write the figures into evaluation/ and the documentation
	$(BIN)/python -m evaluation.figures --root $(SHARED)

docs: $(VENV)/.dev  ## Write the parts of the documentation that come from the code
	$(BIN)/python docs/build.py

lock:  ## Resolve the locked dependencies anew (needs uv)
	uv pip compile --quiet --universal --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --no-annotate --python-version 3.11 --extra dev \
		--constraint requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
