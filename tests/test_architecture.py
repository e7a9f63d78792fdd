"""Who may import whom: docs/arsitektur.md gives the order, this holds it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "generator"

LAYERS = (
    ("diagnostics", "wording", "ejaan", "libreoffice"),
    ("tahun",),
    ("schema", "output"),
    ("seal",),
    ("workbook", "waivers"),
    ("contoh",),
    ("cascade",),
    ("pohon",),
    ("decree",),
    ("revision", "pdf"),
    ("outcome", "report"),
    ("reading",),
    ("printing",),
    ("pipeline",),
    ("starter",),
    ("next_year", "comparison_text", "comparison", "provenance", "back_to_books", "updating"),
    ("cli",),
)
"""From left to right; a module imports what stands left of it and its own folder."""

ONLY: dict[str, set[str]] = {
    "ejaan": set(),
    "libreoffice": set(),
    "output": {"diagnostics"},
    "pdf": {"diagnostics", "libreoffice", "output", "seal"},
    "seal": {"output"},
    "tahun": {"wording"},
    "outcome": {"diagnostics"},
    "report": {"diagnostics"},
    "waivers": {"diagnostics", "schema", "wording"},
}
"""Modules that may know no more of ours than this."""

WITHOUT_WORKBOOKS = ("decree", "pohon")
RANK = {layer: rank for rank, layers in enumerate(LAYERS) for layer in layers}
MODULES = sorted(
    path.relative_to(ROOT)
    for path in (ROOT / PACKAGE).rglob("*.py")
    if path != ROOT / PACKAGE / "__init__.py"
)


def allowed(layer: str) -> set[str]:
    """Return what modules of `layer` may import of ours."""
    left = {other for other, rank in RANK.items() if rank < RANK[layer]}
    return ONLY.get(layer, left | {layer})


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_module_imports_only_from_its_left(path: Path) -> None:
    layer = path.with_suffix("").parts[1]
    imported = {name.split(".")[1] for name in imports(path) if name.startswith(f"{PACKAGE}.")}
    assert sorted(imported - allowed(layer)) == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parts[1] in WITHOUT_WORKBOOKS], ids=str
)
def test_decree_and_pohon_know_no_spreadsheets(path: Path) -> None:
    roots = {name.partition(".")[0] for name in imports(path)}
    assert sorted(roots & {"pandas", "openpyxl"}) == []


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names of what a module imports, `from generator import x` as generator.x."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                if module == PACKAGE:
                    yield from (f"{PACKAGE}.{alias.name}" for alias in names if alias.name in RANK)
                else:
                    yield module
