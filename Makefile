# `make demo` and `make test` each work from a fresh clone; everything runs in .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready

.PHONY: check demo test lint types imports codebook docs docs-check golden fix eval eval-keep quality bench images pins clean

check: lint types imports docs-check codebook test   ## all that must hold before a change lands

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "talks needs Python 3.11 or later; run make with PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: $(READY)   ## ingest seeds/ and show the timeline
	$(BIN)/talks ingest seeds/
	$(BIN)/talks timeline --since 2025-05

test: $(READY)   ## all tests
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check --no-cache .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports --no-logo

codebook: $(READY)   ## every rule finds its examples, and no counterexample
	$(BIN)/talks check

docs: $(READY)   ## write the generated pages
	$(BIN)/python -m talks.cli.document

docs-check: $(READY)
	$(BIN)/python -m talks.cli.document --check

golden: $(READY)   ## write the expected screens and exports anew; look at the difference before you commit it
	GOLDEN=write $(BIN)/pytest tests/render tests/readers tests/exporters tests/acceptance

fix: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

GOLD ?= $(wildcard ../shared/corpus/gold)
ARTICLES ?= $(wildcard ../shared/seeds)
LAST := tests/evaluation/last.jsonl
KEPT := data/last-eval.jsonl

eval: $(READY)   ## how well articles are read: our own gold against the last result, then GOLD=… (ARTICLES=…)
	$(BIN)/talks eval tests/evaluation/gold --articles . --against $(LAST)
ifeq ($(GOLD),)
	@echo "to measure on other gold: make eval GOLD=its folder [ARTICLES=the folder of its articles]"
else
	$(BIN)/talks eval $(GOLD) $(addprefix --articles ,$(ARTICLES)) $(addprefix --against ,$(wildcard $(KEPT)))
endif

eval-keep: $(READY)   ## make the present results those that later ones are held against
	$(BIN)/talks eval tests/evaluation/gold --articles . --save $(LAST)
	$(if $(GOLD),$(BIN)/talks eval $(GOLD) $(addprefix --articles ,$(ARTICLES)) --save $(KEPT))

quality: $(READY)   ## measure again what docs/quality.md shows; SETS=a file that says where the gold is
	$(BIN)/python benchmarks/quality.py $(or $(SETS),$(error name a file: make quality SETS=sets.toml, see benchmarks/quality.py))

bench: $(READY)   ## ratios, not seconds
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/linking.py 1000 10000
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/timeline.py

images: $(READY)   ## draw the pictures of docs/images anew, with Chromium; look at them before you commit them
	$(BIN)/python benchmarks/images.py

pins: $(READY)   ## renew constraints.txt from what is installed
	@{ sed -n '/^#/p' constraints.txt; $(BIN)/pip freeze --exclude-editable --disable-pip-version-check; } > constraints.new
	@mv constraints.new constraints.txt

clean:
	rm -rf .venv data/talks.db data/talks.db-wal data/talks.db-shm
