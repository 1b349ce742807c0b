# The commands of this repository. `make run` and `make test` are all a newcomer needs.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
export PORT


help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 20

run: .venv/ready  ## install, set up and start with a demo programme
	@$(BIN)/walkalong demo

serve: .venv/ready  ## install and start without the demo
	@$(BIN)/walkalong serve

.venv/ready: requirements/base.txt pyproject.toml
	@scripts/make-venv base
	@touch $@

.venv/ready-dev: requirements/dev.txt .venv/ready
	@scripts/make-venv dev
	@touch $@

test: .venv/ready-dev  ## everything: check, unit, integration on both databases, browser
	@scripts/run-tests

check: .venv/ready-dev  ## lint, format, types, imports' direction, migrations, settings, advisories
	@scripts/check

format: .venv/ready-dev  ## put the code into its format
	@$(BIN)/ruff check --fix --quiet walkalong tests benchmarks manage.py
	@$(BIN)/ruff format --quiet walkalong tests benchmarks manage.py

bench: .venv/ready-dev  ## measure, as ratios in one run
	@for bench in benchmarks/*/run.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

.venv-train/ready: requirements/train.txt
	@$(PYTHON) -m venv .venv-train
	@.venv-train/bin/pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes -r $<
	@touch $@

companion-train: .venv-train/ready  ## train the companion's model from its corpus (a quarter of an hour of one core)
	@.venv-train/bin/python -m walkalong.companion.training
	@.venv-train/bin/python -m walkalong.companion.training.fit_feelings

# The published sets are not part of this repository; without them the other figures are still measured.
PUBLISHED ?= ../shared/eval
companion-eval: .venv/ready  ## measure the companion and draw its quality page anew
	@$(BIN)/python -m walkalong.companion.quality --published $(PUBLISHED)
	@$(BIN)/python -m walkalong.companion.quality.page

screenshots: .venv/ready-dev  ## every page in both themes and sizes, into build/screenshots
	@$(BIN)/python -m tests.e2e.screenshots

messages: .venv/ready-dev  ## collect the translatable sentences
	@cd walkalong && ../$(BIN)/python ../manage.py makemessages --all --no-location

release: test  ## what must hold before a release
	@$(BIN)/python scripts/release.py

requirements:  ## settle the hashed requirements anew
	@$(PYTHON) -m venv build/uv && build/uv/bin/pip install --quiet uv
	@cd requirements && for set in base dev; do ../build/uv/bin/uv pip compile --quiet --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade $$set.in -o $$set.txt; done

.PHONY: help run serve test check format bench companion-train companion-eval screenshots messages release requirements
