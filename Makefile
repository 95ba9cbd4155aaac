# A machine with Python 3.11 or newer and make is enough: every target makes the environment that it needs in .venv.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV ?= .venv
ENGINES ?= .venv-engines
ENGINE_REPORTS ?= 300
SHARED ?= ../shared
PROCESSES ?= auto
FUZZ_SECONDS ?= 600
LAYER ?= layout
SAMPLE ?= 100
MUTANTS ?= *
# The first interpreter on the path that runs, is new enough and can make an environment.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
COMPILED_PIP := build/compiled/bin/python -m pip install --quiet --disable-pip-version-check
REPORT := fixtures/drugs/pdfium.txt
LOWEST := cli corpus export normalise observations properties quantities sources specimens
COMPILED := compiled dates documents normalise observations organizations properties quantities robustness slots specimens structure unseen
# No more than so many seconds, where the system can say so.
BOUNDED = $(if $(shell command -v timeout),timeout $(1))

.PHONY: help demo test lint types imports unit score accuracy speed properties fuzz mutants engines engines-install package lowest compiled compiled-install compiled-test site tables clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: $(VENV)/demo.stamp ## install, then read a small report on the command line and make a page of it
	@$(BIN)/unodc-report --version
	@echo '$$ unodc-report show $(REPORT)'
	@$(BIN)/unodc-report show $(REPORT)
	@echo '$$ unodc-report extract $(REPORT) | tail -n 8'
	@$(BIN)/unodc-report extract $(REPORT) | tail -n 8
	@mkdir -p build
	@echo '$$ unodc-report extract --format html -o build/report.html $(REPORT)'
	@$(BIN)/unodc-report extract --format html -o build/report.html $(REPORT)
	@echo 'The report with its mentions marked, to open in a browser: build/report.html'

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
	$(BIN)/python benchmarks/speed.py --shared $(SHARED) $(if $(RIVALS),--rivals $(RIVALS)) $(if $(wildcard build/compiled/bin/python),--compiled build/compiled/bin/python) --write

properties: $(VENV)/test.stamp ## try more than 100,000 new texts against what must hold of any text
	EXAMPLES=35000 $(BIN)/pytest -q -n $(PROCESSES) tests/test_properties.py -k any

fuzz: $(VENV)/test.stamp ## look for texts and files that break the library, for FUZZ_SECONDS each
	@mkdir -p build/fuzz/text build/fuzz/files
	@if ! $(PIP) install --only-binary :all: 'atheris>=2.3' 2>/dev/null; then echo 'fuzzing skipped: no atheris for this Python'; exit 0; fi; \
	options="-max_total_time=$(FUZZ_SECONDS) -timeout=30 -verbosity=0 -print_final_stats=1 -artifact_prefix=build/fuzz/"; \
	cp fixtures/drugs/report.* fixtures/drugs/word.txt build/fuzz/files/; \
	$(BIN)/python fuzz/fuzz_text.py $$options build/fuzz/text; \
	$(BIN)/python fuzz/fuzz_files.py $$options -max_len=100000 build/fuzz/files

mutants: ## change SAMPLE in a hundred places of LAYER (layout, entities) in small ways and count the changes that no test notices
	@test -x build/mutmut/bin/mutmut || { $(PYTHON) -m venv build/mutmut && build/mutmut/bin/python -m pip install --quiet 'mutmut>=3.8,<4' hypothesis '.[docx]'; }
	@set -f; build/mutmut/bin/python benchmarks/mutants.py $(LAYER) $(SAMPLE) $(MUTANTS)

engines: $(ENGINES)/test.stamp ## compare the rows of the process pool, Spark and Ray on ENGINE_REPORTS reports; try the export to spaCy
	ENGINE_REPORTS=$(ENGINE_REPORTS) $(call BOUNDED,1200) $(ENGINES)/bin/python -m pytest -q -rs tests/test_engines.py tests/test_annotation.py

engines-install: $(ENGINES)/test.stamp

package: $(VENV)/test.stamp ## build source archive and wheel, install and use them in an empty environment, check their types from outside
	$(call BOUNDED,900) $(BIN)/pytest -q -m package tests/test_package.py

lowest: $(BIN)/python ## run the tests of reading, of the command and of the corpus with the oldest versions of all that the library needs
	@mkdir -p build && $(BIN)/python -c 'import tomllib; project = tomllib.load(open("pyproject.toml", "rb"))["project"]; extras = project["optional-dependencies"]; \
	print(*(need.replace(">=", "==") for need in (*project["dependencies"], *extras["pdf"], *extras["docx"], *extras["arrow"])), sep="\n")' > build/lowest.txt
	$(PYTHON) -m venv --clear build/lowest
	build/lowest/bin/python -m pip install --quiet --disable-pip-version-check --constraint build/lowest.txt '.[pdf,docx,arrow]' pytest pytest-xdist hypothesis jsonschema polars
	$(call BOUNDED,900) build/lowest/bin/python -m pytest -q -n $(PROCESSES) $(foreach name,$(LOWEST),tests/test_$(name).py)

compiled: compiled-install compiled-test ## compile the package (the wheel: build/compiled/dist) and test that it reads the same

compiled-test:
	$(call BOUNDED,900) build/compiled/bin/python -m pytest -q -n $(PROCESSES) $(foreach name,$(COMPILED),tests/test_$(name).py)

compiled-install: $(BIN)/python
	@command -v cc >/dev/null || { echo 'make: no C compiler' >&2; exit 1; }
	rm -rf build/compiled
	$(PYTHON) -m venv build/compiled
	$(COMPILED_PIP) hatchling hatch-mypyc 'setuptools>=75' '.[pdf,docx,fast]' pytest pytest-xdist hypothesis jieba
	@# In a copy: pyproject.toml is moved out of the way while it compiles.
	mkdir build/compiled/source && cp -r pyproject.toml README.md LICENSE src build/compiled/source
	cd build/compiled/source && HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(call BOUNDED,1500) ../bin/python -m hatchling build -t wheel -d ../dist > ../log 2>&1 \
		|| { tail -n 40 ../log; exit 1; }
	$(COMPILED_PIP) --force-reinstall --no-deps build/compiled/dist/*.whl

site: $(VENV)/docs.stamp ## build the documentation site into build/site
	@rm -rf build/site
	$(BIN)/sphinx-build -W --keep-going -q -E -d build/doctrees docs build/site
	@echo 'Open build/site/index.html'

tables: $(VENV)/test.stamp ## build the tables of the package from resources/
	$(BIN)/python resources/build.py

clean: ## remove what the other targets made, the environments excepted
	rm -rf build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name '.venv*' -prune -o -name __pycache__ -type d -print0 | xargs -0 rm -rf

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'make: no Python 3.11 or newer with venv on the path' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/docs.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[all,docs]'
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[test]'
	@touch $@

# Spark and Ray are large: more than a gigabyte with what they need.
$(ENGINES)/test.stamp: pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv --clear $(ENGINES)
	$(call BOUNDED,600) $(ENGINES)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[spark,ray,spacy,pdf]' 'pytest>=8.2'
	@touch $@
