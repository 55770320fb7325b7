# `make demo` shows the main job on the example; `make test` passes the tests. Both set up .venv first if it is not there.
PYTHON ?= python3.11
EXAMPLE = build/kesh.truce

.PHONY: setup demo test lint clean

setup: .venv/ready

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch .venv/ready

demo: setup
	mkdir -p build
	.venv/bin/truce read examples/maravel --into $(EXAMPLE)
	.venv/bin/truce board $(EXAMPLE) --on 2024-04-17
	.venv/bin/truce figure $(EXAMPLE) killed
	.venv/bin/truce board $(EXAMPLE) --on 2024-04-17 --html build/board.html
	@echo "The same board as a page, each cell opening its sentence: build/board.html"

test: setup
	.venv/bin/python -m pytest -n auto --dist loadscope

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

clean:
	rm -rf build .venv
