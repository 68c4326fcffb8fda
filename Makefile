# Each target makes the environment that it needs (.venv); only python3 and make must be there.
PYTHON_BIN := .venv/bin
PYTEST := $(PYTHON_BIN)/python -m pytest
# Tests with real workers mostly wait, so that more processes than cores pay; 0 runs them one after the other.
TEST_PROCESSES ?= 3

.DEFAULT_GOAL := help
.PHONY: help environment redis models lock demo test check lint types schemas test-compose fuzz fuzz-hypothesis scorecard bench chaos soak clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: redis ## send the documents of seeds/ through an embedded stack and print the results
	@$(PYTHON_BIN)/warraq demo

test: redis models ## run the whole suite against a real Redis and real workers; ARGS="-k name" narrows it
	@$(PYTEST) -n $(TEST_PROCESSES) --dist worksteal $(ARGS)

check: lint types test ## everything that a change must pass

lint: environment ## style and formatting
	@$(PYTHON_BIN)/ruff check
	@$(PYTHON_BIN)/ruff format --check

types: environment ## mypy, strict
	@$(PYTHON_BIN)/mypy

schemas: environment ## write schemas/jsonschema/ from the models
	@$(PYTHON_BIN)/python -m schemas.export

test-compose: environment ## build the image and break the stack on a real Docker engine
	@sh scripts/test-compose.sh $(ARGS)

soak: redis ## 20,000 documents, after which keys and memory are where they began; ARGS="--documents N"
	@$(PYTHON_BIN)/python -m benchmarks.soak $(ARGS)

fuzz: environment ## fuzz under atheris; ARGS="--target html --runs 100000 --lines"
	@sh scripts/install-fuzz.sh
	@$(PYTHON_BIN)/python -m tests.fuzz $(ARGS)

fuzz-hypothesis: environment ## the same targets under Hypothesis, 2,500 half-valid inputs each; ARGS="-k html"
	@$(PYTEST) tests/fuzz --hypothesis-profile=fuzz --timeout=0 $(ARGS)

scorecard: environment ## language quality beside rivals, with the data in $$WARRAQ_DATA; ARGS="--part language"
	@sh scripts/install-scorecard.sh
	@$(PYTHON_BIN)/python -m benchmarks.quality.scorecard $(ARGS)

bench: redis ## what the queue costs beside the language work
	@$(PYTHON_BIN)/python -m benchmarks.queue $(ARGS)

chaos: redis ## the promise under fire, an hour; ARGS="--short" for a minute, "--baseline" for a plain chain
	@$(PYTHON_BIN)/python -m benchmarks.chaos $(ARGS)

lock: ## write constraints.txt anew from the ranges of pyproject.toml
	@sh scripts/lock.sh

clean: ## remove the environment and everything else that was made
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .fuzz .warraq *.egg-info
	@find . -name __pycache__ -prune -exec rm -rf {} +

environment:
	@sh scripts/environment.sh

redis: environment
	@sh scripts/install-redis.sh

models: environment
	@sh scripts/install-models.sh
