# Two commands for a newcomer: `make demo` and `make test`. Each makes .venv from nothing.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
BENCH  := .venv-bench

.PHONY: demo test check test-all exports bench constraints clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed        ## build the shipped corpus and say what it holds
	$(BIN)/kg demo

test: $(VENV)/.installed        ## the import contracts and every test but the slow ones
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n auto -m "not slow"

check: $(VENV)/.installed       ## all that must hold before a commit
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n auto -m "not slow"

test-all: $(VENV)/.installed    ## the slow tests too
	$(BIN)/pytest -n auto

# Every dependency at one version, each file known by its hash; the project itself from this folder.
$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || \
	    { echo "OnRecord needs Python 3.11, 3.12 or 3.13: try 'make demo PYTHON=python3.12'" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

exports: $(VENV)/.installed     ## write the dumps, the pictures and the README's blocks anew
	$(BIN)/python tests/derived.py

bench: $(BENCH)/.installed      ## build and ask the whole record beside other engines: tests/bench/README.md
	$(BENCH)/bin/python tests/bench/build.py
	$(BENCH)/bin/python tests/bench/queries.py
	$(BENCH)/bin/python tests/bench/reading.py

# The other engines bring much along, so they get an environment of their own.
$(BENCH)/.installed: pyproject.toml constraints.txt constraints-bench.txt
	test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-bench.txt
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

constraints:                    ## pin and hash anew (needs uv)
	uv pip compile --universal --python-version 3.11 --group dev --generate-hashes --no-emit-index-url \
	    --no-header --no-annotate --output-file constraints.txt pyproject.toml
	uv pip compile --universal --python-version 3.11 --group bench --generate-hashes --no-emit-index-url \
	    --no-header --no-annotate --constraints constraints.txt --output-file constraints-bench.txt

clean:
	rm -rf $(VENV) $(BENCH) .kg
