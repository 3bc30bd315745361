# Everything a newcomer needs: `make demo` and `make test` set themselves up. See README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: demo test eval bench lint format model clean

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --prefer-binary --only-binary=:all: --no-binary=communique --editable . --group dev
	touch $@

demo: $(STAMP)
	@mkdir -p demo
	$(BIN)/communique read examples/articles --ledger demo/communique.db
	$(BIN)/communique report --ledger demo/communique.db -o demo/record.html

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: lint
	$(BIN)/pytest

eval: $(STAMP)
	$(BIN)/python -m evaluation.run

bench: $(STAMP)
	$(BIN)/python -m benchmarks.run

# Trains the language model anew from the open corpora in CORPORA (hours on one core; resumes after a stop).
CORPORA ?= ../shared/corpora
model:
	test -x .venv-model/bin/python || $(PYTHON) -m venv .venv-model
	.venv-model/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	.venv-model/bin/python -m pip install --quiet --only-binary=:all: --requirement training/encoder/requirements.txt
	PYTHONPATH=src .venv-model/bin/python -m training.encoder.train --corpora $(CORPORA)
	PYTHONPATH=src .venv-model/bin/python -m training.encoder.train --corpora $(CORPORA) \
		--config training/encoder/titled.toml --begin training/work/encoder --out training/work/titled
	PYTHONPATH=src .venv-model/bin/python -m training.encoder.export --corpora $(CORPORA) --work training/work/titled

clean:
	rm -rf $(VENV) demo build dist
