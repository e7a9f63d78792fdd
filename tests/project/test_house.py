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
MOST = 14
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
    rooms = {path.relative_to(CODE) for path in folders(CODE)}
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


PARSING = {"XMLParser", "fromstring", "iterparse", "XML", "HTML", "fromstringlist", "XMLPullParser"}
PACKAGE = ("<Relationship", "package/2006/")


def package_work(tree: ast.Module) -> Iterator[str]:
    """Yield what a module does itself that is the work of `opc`."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names) if any(one.name == "zipfile" for one in names):
                yield "import zipfile"
            case ast.ImportFrom(module="zipfile" | "lxml.etree" as module):
                yield f"from {module} import"
            case ast.Attribute(attr=name) if name in PARSING:
                yield name
            case ast.Attribute(value=ast.Name("etree"), attr="parse"):
                yield "etree.parse"
            case ast.Constant(value=str() | bytes() as value):
                text = value if isinstance(value, str) else value.decode("latin-1")
                yield from (one for one in PACKAGE if one in text)


def test_zips_xml_and_relations_are_the_work_of_opc_alone() -> None:
    """None is excepted: openpyxl and LibreOffice do their own."""
    found = {
        str(path.relative_to(CODE)): work
        for path in sorted(CODE.rglob("*.py"))
        if path.parent != CODE / "opc"
        and (work := list(package_work(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert found == {}


def bare_numbers(tree: ast.Module) -> Iterator[str]:
    """Yield where a module takes an attribute of a foreign file for a number, unread."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name("int" | "float")):
                for inner in ast.walk(node):
                    match inner:
                        case ast.Call(func=ast.Attribute(attr="get")):
                            yield ast.unparse(node)
                        case ast.Attribute(attr="attrib"):
                            yield ast.unparse(node)


def test_attributes_of_a_foreign_document_are_read_by_what_can_fail() -> None:
    """`opc.xml.integer` reads them. Books are read whole within `except DAMAGE`, in `workbook`."""
    found = {
        str(path.relative_to(CODE)): numbers
        for path in sorted(CODE.rglob("*.py"))
        if CODE / "workbook" not in path.parents
        and (numbers := list(bare_numbers(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert found == {}


def test_bare_numbers_are_seen() -> None:
    code = "a = int(one.get(w('val'), '1'))\nb = float(str(one.attrib['x']))\nc = int(text)"
    assert len([*bare_numbers(ast.parse(code))]) == 2


def public_classes() -> Iterator[tuple[str, str]]:
    """Yield the public classes with the module that defines each."""
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, str(path.relative_to(CODE))


def test_one_word_stands_for_one_thing() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for name, module in public_classes():
        homes[name].append(module)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_every_class_is_a_term() -> None:
    known = set(re.findall(r"\w+", TERMS))
    assert sorted({name for name, _ in public_classes()} - known) == []
