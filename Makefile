# make demo and make test do all their set-up themselves; see README.md.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test fuzz check generated bench bom linear pasangan gallery wheel clean

demo: .venv/stamp-run
	$(BIN)/sk-cascading buat input_templates/contoh-bersih -o output

test: .venv/stamp-dev node_modules/stamp
	@scripts/apt.sh --optional $$(cat scripts/apt-packages.txt)
	scripts/pytest.sh

# Books and Word files changed and commands killed at random, many times as often as in make test;
# SK_FUZZ_SEED=20261124 repeats the run of a day.
fuzz: .venv/stamp-dev
	SK_FUZZ_BOOKS=10000 SK_FUZZ_DECREES=2000 SK_FUZZ_KILLS=100 scripts/pytest.sh --dist load \
		tests/whole/test_damaged_books.py tests/whole/test_mutated_decrees.py \
		tests/whole/test_kills.py

check: .venv/stamp-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

# What follows from declarations: Word template, blank books, examples, pages of docs.
generated: .venv/stamp-dev
	PYTHONPATH=. $(BIN)/python scripts/make_word_template.py
	PYTHONPATH=. $(BIN)/python scripts/make_perjanjian_template.py
	PYTHONPATH=. $(BIN)/python scripts/make_iku_template.py
	PYTHONPATH=. $(BIN)/python scripts/make_rules_page.py
	PYTHONPATH=. $(BIN)/python scripts/make_key_tables.py
	PYTHONPATH=. $(BIN)/python scripts/write_input_templates.py

bench: .venv/stamp-dev node_modules/stamp
	$(BIN)/python bench/run.py

# Time and memory of every command on each hostile file; words choose some: make bom BOM="lembar".
bom: .venv/stamp-dev
	$(BIN)/python scripts/bombs.py $(BOM)

# Growth of the time of every rule, cell and reader on hostile texts of 1, 10 and 100 kB.
linear: .venv/stamp-dev
	PYTHONPATH=. $(BIN)/python scripts/linearity.py

# Thousands of people's edits and changes of data through perbarui: what fails, cause by cause.
pasangan: .venv/stamp-dev
	PYTHONPATH=. $(BIN)/python tests/whole/suntingan/many.py --record

gallery: .venv/stamp-dev
	$(BIN)/python scripts/gallery.py
	$(BIN)/python scripts/sheet_shapes.py

wheel: .venv/stamp-dev
	$(BIN)/python -m build --wheel

clean:
	rm -rf .venv node_modules build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/stamp-%: pyproject.toml constraints.txt scripts/venv.sh
	@scripts/venv.sh $* "$(PYTHON)"

node_modules/stamp: package.json scripts/npm.sh
	@scripts/npm.sh
