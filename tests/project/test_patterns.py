"""No regular expression of the package takes longer than its text is long, but those told here."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.peraturan.kinds import heads
from tests.support.linear_patterns import superlinear

_SEARCHES = {"search", "finditer", "findall", "sub", "subn", "split"}
_ROOT = Path(str(generator.__file__)).parent

KNOWN = {
    # read what the package brings along itself
    "findings.rule._HEAD": "its own rules",
    "peraturan.register._FROM_MEMORY": "its own register",
    "peraturan.register._RELATION": "its own register",
    # the samples cannot tell
    "bahasa.wording._OR_DOUBLED": "searched only as far as doubled braces are closed",
    "bahasa.numbers._NUMBER": "matched as a whole; another of this name is searched",
    "naskah.keputusan_cascading.checks.rujukan._UP_TO": "matched at one place",
    "workbook.changing.notes._SHAPE": "an attempt ends where the next may begin",
    "workbook.changing.save._SEALED": "an attempt ends at the second tag",
    "files.unlinked._HREF": "an attempt ends at the next quote",
    "files.unlinked._TARGET": "an attempt ends at the next quote",
    "workbook.reading.target._TARGET": "what stands behind the numbers takes whatever comes",
    "word.measure._HYPHENATED": "every attempt takes what it has read",
    # read texts of at most 255 letters
    "workbook.opening.cell_formats._LITERAL": "a number format",
    "workbook.reading.number_format._TOKEN": "a number format",
    # read Word files: the template's and the program's own
    "word.compile._DESCRIPTION": "a template",
    "word.compile._DRAWING": "a template",
    "word.compile._EMPTY_RUN": "a template",
    "word.compile._NOISE": "a template",
    "word.compile._TOKEN": "a template",
    "word.compile._FILTER": "one tag of a template, of at most 300 letters",
    "word.described._LOGO": "a document just printed",
    "word.condense._HEAD": "a document just printed",
    "word.condense._START": "a document just printed",
    "word.render._BOOKMARK_ID": "a document just printed",
    "word.render._STYLE_ONLY": "a document just printed",
    "word.template.blocks._ITERATED": "one tag of a template",
    "word.template.tags._TAG": "a template",
}
"""Patterns that are suspicious and may be, each with the reason."""


def test_no_pattern_reads_a_text_more_than_once() -> None:
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    heads()
    searched = {name for path in _ROOT.rglob("*.py") for name in _searched(path)}
    suspicious = {
        name: reasons
        for name, pattern in _patterns()
        if (reasons := superlinear(pattern, searched=name.rpartition(".")[2] in searched))
        and name not in KNOWN
    }
    assert suspicious == {}


def _patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for name, module in sorted(sys.modules.items()):
        if name.startswith("generator."):
            for attribute, value in vars(module).items():
                for one in value if isinstance(value, tuple) else (value,):
                    if isinstance(one, re.Pattern):
                        yield f"{name.removeprefix('generator.')}.{attribute}", one


def _searched(path: Path) -> Iterator[str]:
    """Yield the names on which, or with which, a search is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in _SEARCHES:
            for one in (node.func.value, *node.args[:1]):
                part = one.value if isinstance(one, ast.Subscript) else one
                if isinstance(part, ast.Name | ast.Attribute):
                    yield part.id if isinstance(part, ast.Name) else part.attr


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a+)*b",
        r"(?:\s*,\s*)*;",
        r"\s*,?\s*;",
        r"\d+\.?\d*x",
        r".*x.*y",
        r"\s+$",
        r"<t[^>]*>",
        r"nomor\s*\S+(?:\s*/\s*\S+)*\s+tahun",
    ],
)
def test_what_takes_longer_is_suspicious(pattern: str) -> None:
    assert superlinear(re.compile(pattern), searched=True)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s*(?:,\s*)?;",
        r"(?<!\s)\s+$",
        r"\w+(?:-\w+)*",
        r"<t[^<>]*>",
        r"\b[A-Z]{2,}\b",
        r"nomor [0-9]+",
        r"\A\s*x",
        r"\s*+,?\s*;",
    ],
)
def test_what_reads_a_text_once_is_not(pattern: str) -> None:
    assert superlinear(re.compile(pattern), searched=False) == []
