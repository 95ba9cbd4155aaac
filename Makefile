# A machine with Python 3.11 or newer and make is enough: every target makes the environment that it needs in .venv.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV ?= .venv
SHARED ?= ../shared
PROCESSES ?= auto
FUZZ_SECONDS ?= 600
MUTANTS ?= unodc_report.layout*
# The first interpreter on the path that runs, is new enough and can make an environment.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
REPORT := fixtures/drugs/pdfium.txt

.PHONY: help demo test lint types imports unit score accuracy speed properties fuzz mutants lowest tables clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: $(VENV)/demo.stamp ## install, then read a small report on the command line
	@$(BIN)/unodc-report --version
	@echo '$$ unodc-report show $(REPORT)'
	@$(BIN)/unodc-report show $(REPORT)
	@echo '$$ unodc-report extract $(REPORT) | tail -n 8'
	@$(BIN)/unodc-report extract $(REPORT) | tail -n 8

test: lint types imports unit ## everything that must hold: ruff, mypy, import contracts, tests with coverage

lint: $(VENV)/test.stamp
	$(BIN)/ruff check

types: $(VENV)/test.stamp
	$(BIN)/mypy

imports: $(VENV)/test.stamp
	$(BIN)/lint-imports --no-cache --no-logo

unit: $(VENV)/test.stamp
	$(BIN)/pytest -q -n $(PROCESSES) --cov --cov-report=term:skip-covered

score: $(VENV)/test.stamp ## measure against the annotated report and sentences in $(SHARED)
	$(BIN)/python benchmarks/accuracy.py --shared $(SHARED) --check

accuracy: $(VENV)/test.stamp ## measure, and write the figures into docs/accuracy.md and README.md
	$(BIN)/python benchmarks/accuracy.py --shared $(SHARED) --write

speed: $(VENV)/test.stamp ## measure time and memory against other readers of Chinese, and write docs/performance.md
	$(BIN)/python benchmarks/speed.py --shared $(SHARED) $(if $(RIVALS),--rivals $(RIVALS)) --write

properties: $(VENV)/test.stamp ## try more than 100,000 new texts against what must hold of any text
	EXAMPLES=35000 $(BIN)/pytest -q -n $(PROCESSES) tests/test_properties.py -k any

fuzz: $(VENV)/test.stamp ## look for texts and files that break the library, for FUZZ_SECONDS each
	@mkdir -p build/fuzz/text build/fuzz/files
	@if ! $(PIP) install --only-binary :all: 'atheris>=2.3' 2>/dev/null; then echo 'fuzzing skipped: no atheris for this Python'; exit 0; fi; \
	options="-max_total_time=$(FUZZ_SECONDS) -timeout=30 -verbosity=0 -print_final_stats=1 -artifact_prefix=build/fuzz/"; \
	cp fixtures/drugs/report.* fixtures/drugs/word.txt build/fuzz/files/; \
	$(BIN)/python fuzz/fuzz_text.py $$options build/fuzz/text; \
	$(BIN)/python fuzz/fuzz_files.py $$options -max_len=100000 build/fuzz/files

mutants: $(BIN)/python ## change the code in small ways and count the changes that no test notices; MUTANTS= names others
	@test -x build/mutmut/bin/mutmut || { $(PYTHON) -m venv build/mutmut && build/mutmut/bin/python -m pip install --quiet 'mutmut>=3.8,<4' hypothesis '.[docx]'; }
	@mkdir -p build/mutants && rm -rf build/mutants/src build/mutants/tests build/mutants/fixtures && cp -r pyproject.toml src tests fixtures build/mutants/
	cd build/mutants && ../mutmut/bin/mutmut run --max-children 2 '$(MUTANTS)'
	@cd build/mutants && ../mutmut/bin/mutmut results | grep -v ': not checked' || true
	@build/mutmut/bin/python benchmarks/mutants.py build/mutants/mutants

lowest: $(BIN)/python ## run the tests of reading with the oldest versions of everything that the library needs
	@mkdir -p build && $(BIN)/python -c 'import tomllib; project = tomllib.load(open("pyproject.toml", "rb"))["project"]; extras = project["optional-dependencies"]; \
	print(*(need.replace(">=", "==") for need in (*project["dependencies"], *extras["pdf"], *extras["docx"])), sep="\n")' > build/lowest.txt
	$(PYTHON) -m venv --clear build/lowest
	build/lowest/bin/python -m pip install --quiet --constraint build/lowest.txt '.[pdf,docx]' pytest hypothesis jsonschema
	build/lowest/bin/python -m pytest -q tests/test_export.py tests/test_observations.py tests/test_normalise.py tests/test_quantities.py tests/test_sources.py tests/test_specimens.py tests/test_properties.py

tables: $(VENV)/test.stamp ## build the tables of the package from resources/
	$(BIN)/python resources/build.py

clean: ## remove what the other targets made, the environment excepted
	rm -rf build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -print0 | xargs -0 rm -rf

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'make: no Python 3.11 or newer with venv on the path' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[test]'
	@touch $@
