"""The house holds its own order: who imports whom, how full a room is, one name for one thing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import ROOT

CODE = ROOT / "generator"
TESTS = ROOT / "tests"
TERMS = (ROOT / "docs" / "istilah.md").read_text(encoding="utf-8")
MOST = 15
"""Modules a folder may have, its `__init__` not counted."""
NO_ROOMS = {"data", "support", "project", "whole"}
"""Folders of tests that mirror no folder of the code: data and helpers, the repository itself, and
what only the program as a whole shows."""


def modules(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]


def folders(root: Path) -> list[Path]:
    found = (path for path in (root, *sorted(root.rglob("*"))) if path.is_dir())
    return [path for path in found if modules(path)]


def test_imports_follow_the_contracts() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([program], capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("folder", folders(CODE), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_folder_can_be_taken_in_at_a_glance(folder: Path) -> None:
    assert len(modules(folder)) <= MOST


@pytest.mark.parametrize("folder", folders(CODE), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_folder_says_what_is_inside(folder: Path) -> None:
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))


def test_tests_stand_in_folders_of_the_names_of_those_they_test() -> None:
    rooms = {path.relative_to(CODE) for path in folders(CODE)} | {Path("opc")}
    strange = [
        str(folder.relative_to(TESTS))
        for folder in folders(TESTS)
        if folder != TESTS
        and folder.relative_to(TESTS).parts[0] not in NO_ROOMS
        and folder.relative_to(TESTS) not in rooms
        and not (folder / "kind.py").exists()
    ]
    assert strange == []
    assert [path.name for path in modules(TESTS)] == ["conftest.py"]


def public_classes() -> Iterator[tuple[str, str]]:
    """Yield the public classes with the module that defines each."""
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, str(path.relative_to(CODE))


@pytest.mark.xfail(reason="some classes still share a name")
def test_one_word_stands_for_one_thing() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for name, module in public_classes():
        homes[name].append(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


@pytest.mark.xfail(reason="docs/istilah.md does not name every class yet")
def test_every_class_is_a_term() -> None:
    known = set(re.findall(r"\w+", TERMS))
    assert sorted({name for name, _ in public_classes()} - known) == []
