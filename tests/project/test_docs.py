"""The docs say what the code does: the page of findings is current, links lead somewhere."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from generator.bahasa.wording import fold
from generator.findings.rule import rule_tables, rules
from generator.naskah.registry import KINDS
from generator.schema.books import BOOKS
from generator.schema.keputusan import IDENTITAS
from generator.schema.kinerja import SATUAN
from generator.workbook.reading.target import TargetText, read_target
from scripts.make_key_tables import pages
from scripts.make_rules_page import PAGE, STAGES, page
from tests.support.paths import ROOT

TABLES: Mapping[str, Mapping[str, Any]] = rule_tables()
GUIDE = ROOT / "docs" / "panduan-pengguna.md"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]

_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_DASHED = re.compile(r"[a-z]+(-[a-z]+)+")
_NOT_RULES = {
    "sk-cascading",
    "sk-cascading-buku",
    "sk-cascading-versi",
    "sk-cascading-sidik",
    "sk-cascading-asal",
}
_NOT_RULES |= {"hasil-periksa", "id-id", "custom-properties"}
_NOT_RULES |= {"tahun-baru", "usulan-balik", "isi-nomenklatur"}
_NOT_RULES |= {name for kind in KINDS for name in (kind.key, kind.asked_by.kind, kind.form.stock)}


def test_page_of_findings_is_current() -> None:
    assert page(TABLES) == PAGE.read_text(encoding="utf-8"), (
        "a rule has changed; renew the page with: make generated"
    )


@pytest.mark.parametrize("name", TABLES)
def test_rule_gives_each_fact_of_its_texts_an_example(name: str) -> None:
    assert set(TABLES[name].get("fakta", {})) == rules()[name].fields - {"juga"}


def test_each_rule_is_read_alone_as_in_the_whole_file() -> None:
    assert [(name, one.code, one.message, one.cure) for name, one in rules().items()] == [
        (name, table["kode"], table["pesan"], table["saran"]) for name, table in TABLES.items()
    ]


def test_codes_are_unique_and_of_a_known_stage() -> None:
    codes = [table["kode"] for table in TABLES.values()]
    assert sorted(codes) == sorted(set(codes))
    assert [
        code for code in codes if not re.fullmatch(rf"({'|'.join(STAGES)})-\d\d\d?", code)
    ] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_what_is_there(path: Path) -> None:
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    dead = []
    for link in _LINK.findall(text):
        if "://" in link or link.startswith("mailto:"):
            continue
        file, _, anchor = unquote(link).partition("#")
        target = (path.parent / file).resolve() if file else path
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            dead.append(link)
    assert dead == []


def test_tables_of_keys_are_current() -> None:
    stale = [page.name for page, text in pages().items() if text != page.read_text("utf-8")]
    assert stale == [], "renew them with: make generated"


def test_guide_names_every_sheet_and_placeholder() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    sheets = [sheet.name for book in BOOKS for sheet in book.sheets]
    marks = [f"| `{{{name}}}` |" for name in IDENTITAS.placeholders]
    assert [piece for piece in (*sheets, *marks) if piece not in text] == []


def test_examples_of_targets_in_the_guide_print_as_it_says() -> None:
    section = GUIDE.read_text(encoding="utf-8").partition("## Target dan Satuan")[2]
    rows = re.findall(r"^\| `(.+?)` \| (?:`(.+?)`|\(kosong\)) \| (.+?) \|$", section, re.MULTILINE)
    assert len(rows) == 10
    for typed, satuan, printed in rows:
        number = re.fullmatch(r"[0-9]+(?:,[0-9]+)?", typed)
        value = float(typed.replace(",", ".")) if number else typed
        read = read_target(value, "General", satuan, frozenset(fold(one) for one in SATUAN))
        assert isinstance(read, TargetText)
        assert (typed, read.text, read.doubt) == (typed, printed, None)


def _anchors(path: Path) -> set[str]:
    """Return the names GitHub gives the headings of a page."""
    headings = _HEADING.findall(_FENCED.sub("", path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def test_rules_named_in_code_exist() -> None:
    named = {text for module in _modules() for text in module.texts if _DASHED.fullmatch(text)}
    assert sorted(named - TABLES.keys() - _NOT_RULES) == []


def test_rules_are_used_in_code() -> None:
    used = {name for module in _modules() for name in TABLES if module.names(name)}
    assert sorted(TABLES.keys() - used) == []


def test_rules_are_triggered_by_a_test() -> None:
    here = Path(__file__)
    tests = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests").rglob("*"))
        if path.suffix in (".py", ".txt", ".md", ".json") and path != here
    )
    known = set(re.findall(r"[A-Z]{3}-\d+|[a-z]+(?:-[a-z]+)+", tests))
    untested = [name for name, table in TABLES.items() if not known & {name, table["kode"]}]
    assert untested == []


class _Module:
    """The string constants of a module, docstrings left out, and the patterns of its f-strings."""

    def __init__(self, path: Path) -> None:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        self.texts = {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        }
        self._patterns = [
            _pattern(node.args[0])
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "finding"
            and isinstance(node.args[0], ast.JoinedStr)
        ]

    def names(self, rule: str) -> bool:
        """Whether the rule stands here whole, or `finding` builds it of parts that stand here."""
        built = (pattern.fullmatch(rule) for pattern in self._patterns)
        return rule in self.texts or any(
            match and set(match.groups()) <= self.texts for match in built
        )


def _pattern(name: ast.JoinedStr) -> re.Pattern[str]:
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"
        for part in name.values
    ]
    return re.compile("".join(parts))


def _modules() -> Iterator[_Module]:
    return (_Module(path) for path in sorted((ROOT / "generator").rglob("*.py")))
