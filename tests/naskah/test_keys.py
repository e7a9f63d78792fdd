"""A key that the schema declares is read, defaulted, checked, anchored and offered for it alone."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.app.buat import make
from generator.app.outcome import DONE
from generator.naskah.keputusan_cascading import form
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.naskah.keys import Entries, merged, printed, resolve, template_names
from generator.naskah.kind import Kind
from generator.revision.stamp import Stamp, read_stamp
from generator.schema import keputusan
from generator.schema.books import BOOKS
from generator.schema.keputusan import IDENTITAS
from generator.schema.types import Key, Placeholder, Sheet
from generator.values import Isian, Place, Row
from generator.word.names import MUNGKIN, TEKS
from generator.workbook.making.blank import blank_workbook
from scripts import make_key_tables
from tests.support.sheets import IDENTITAS as SHEET
from tests.support.sheets import said, write_folder
from tests.support.templates import paragraph, write_template

FAKSIMILE = Key("Faksimile", "faksimile", "Nomor faksimile pada kop.", tags=("kop.faksimile",))
SIFAT = Key(
    "Sifat",
    "sifat",
    "Sifat naskah. Kosong: Biasa.",
    default="Biasa",
    choices=("Biasa", "Segera"),
    tags=("judul.sifat",),
)


def sheet(*keys: Key) -> Sheet:
    return replace(IDENTITAS, keys=keys)


def rows(**typed: str) -> list[Row]:
    """Rows of a sheet of keys; "Faksimile" stands in row 2, what follows below it."""
    made = []
    for number, (name, text) in enumerate(typed.items(), start=2):
        place = Place("buku.xlsx", "Identitas", number)
        cells = {
            role: Isian(one, one, replace(place, column=letter))
            for role, one, letter in (("isian", name, "A"), ("isi", text, "B"))
            if one
        }
        made.append(Row(place, cells, {"isian": ("A", "Isian"), "isi": ("B", "Isi")}))
    return made


def resolved(key: Key, **typed: str) -> tuple[Entries, list[str]]:
    entries, findings = resolve(sheet(key), rows(**typed), "buku", "buku.xlsx")
    return entries, said(findings)


def always(key: Key, tag: str) -> bool:
    return True


def test_what_stands_under_a_key_prints_under_its_name_with_a_lasting_identity() -> None:
    entries, findings = resolved(FAKSIMILE, Faksimile="(0742) 1")
    value = printed(entries, always)["kop"]["faksimile"]
    assert findings == []
    assert value.text == "(0742) 1"
    assert value.identity == ("buku", "Identitas", "Faksimile", "0")


def test_an_empty_key_prints_nothing() -> None:
    entries, findings = resolved(FAKSIMILE)
    assert findings == []
    assert printed(entries, always) == {"kop": {"faksimile": None}}


def test_an_empty_key_says_its_default() -> None:
    entries, _ = resolved(SIFAT)
    assert entries.one(SIFAT).text == "Biasa"
    assert entries.one(SIFAT).raw == ""


def test_a_choice_prints_as_it_is_declared() -> None:
    assert resolved(SIFAT, Sifat="SEGERA")[0].one(SIFAT).text == "Segera"


def test_a_choice_that_is_none_is_found_and_prints_the_default() -> None:
    entries, findings = resolved(SIFAT, Sifat="Rahasia")
    assert findings == ["pilihan-isian-tidak-dikenal: buku.xlsx Identitas B2"]
    assert entries.one(SIFAT).text == "Biasa"


def test_a_required_key_that_is_empty_is_found() -> None:
    key = replace(FAKSIMILE, required=True)
    entries, findings = resolved(key)
    assert findings == ["identitas-kosong: buku.xlsx Identitas"]
    assert entries.missing == (key,)


def test_the_sheet_to_fill_is_named_as_it_is_called() -> None:
    sheet = replace(IDENTITAS, name="Surat", keys=(replace(FAKSIMILE, required=True),))
    _, (found,) = resolve(sheet, (), "surat", "surat.xlsx")
    assert found.cure == f"Isi {FAKSIMILE.name} di lembar Surat, kolom Isi."


@pytest.mark.parametrize(
    ("key", "names"),
    [
        (FAKSIMILE, {"kop": {"faksimile": MUNGKIN}}),
        (replace(FAKSIMILE, required=True), {"kop": {"faksimile": TEKS}}),
        (replace(FAKSIMILE, lines=True), {"kop": {"faksimile": (MUNGKIN,)}}),
        (SIFAT, {"judul": {"sifat": TEKS}}),
        (replace(SIFAT, tags=("lampiran[].sifat",)), {"lampiran": ({"sifat": TEKS},)}),
        (replace(SIFAT, tags=()), {}),
    ],
)
def test_a_template_is_offered_the_name_of_a_key(key: Key, names: dict[str, Any]) -> None:
    assert template_names(sheet(key)) == names


def test_names_of_two_origins_share_their_groups() -> None:
    assert merged({"kop": {"logo": 1}, "isi": None}, {"kop": {"surel": 2}, "isi": 3}) == {
        "kop": {"logo": 1, "surel": 2},
        "isi": 3,
    }


def test_keys_that_code_names_stand_on_their_sheet() -> None:
    named = [one for one in vars(keputusan).values() if isinstance(one, Key)]
    assert [key.name for key in named if key not in IDENTITAS.keys] == []


def test_roles_of_keys_are_unique_and_those_that_stand_in_are_there() -> None:
    roles = [key.role for key in IDENTITAS.keys]
    assert sorted(set(roles)) == sorted(roles)
    assert {key.same_as for key in IDENTITAS.keys} <= {"", *roles}


# -- from the schema to the decree ----------------------------------------------------------------

KAMUS = Key(
    "Kamus",
    "kamus",
    "Kamus.",
    tags=("kop.kamus",),
    placeholder=Placeholder("kamus", capitals=True),
)


@pytest.fixture
def declared() -> Iterator[Kind[Any]]:
    """The decree's kind where sheet Identitas has one key more, as if the schema declared it."""
    keys = IDENTITAS.keys
    object.__setattr__(IDENTITAS, "keys", (*keys, KAMUS))
    try:
        yield replace(KEPUTUSAN_CASCADING, form=importlib.reload(form).FORM)
    finally:
        object.__setattr__(IDENTITAS, "keys", keys)
        importlib.reload(form)


def test_a_key_prints_in_the_decree_under_its_anchor(declared: Kind[Any], tmp_path: Path) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    identitas = f"{SHEET.rstrip()}\n| Kamus | Kata demi Kata |\n"
    diktum = "| Isi |\n| Cascading tercantum dalam {lampiran}, {kamus} dan {KAMUS}. |"
    write_folder(folder, {"keputusan": {"Identitas": identitas, "Diktum": diktum}})
    body = ("{{ kop.kamus }}", "{%p for butir in diktum %}", "{{ butir.isi }}", "{%p endfor %}")
    write_template(folder, "".join(map(paragraph, body)))
    outcome = make(folder, tmp_path / "hasil", kinds=(declared,))
    assert outcome.exit_code == DONE, outcome.findings
    (path,) = (tmp_path / "hasil").glob("*.docx")
    stamp = read_stamp(path)
    assert isinstance(stamp, Stamp)
    texts = {one.identity: one.text for one in stamp.anchors}
    assert texts["keputusan", "Identitas", "Kamus", "0"] == "Kata demi Kata"
    isi = texts["keputusan", "Diktum", "1", "isi"]
    assert isi.endswith("Lampiran, Kata demi Kata dan KATA DEMI KATA.")


@pytest.mark.usefixtures("declared")
def test_a_key_stands_in_the_blank_book_and_its_guide() -> None:
    book = blank_workbook(BOOKS[0])
    assert "Kamus" in {cell.value for cell in book["Identitas"]["A"]}
    assert "Kamus" in {cell.value for cell in book["Petunjuk"]["A"]}


def test_a_key_is_listed_in_the_docs(declared: Kind[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_key_tables, "FORM", declared.form)
    guide, template = make_key_tables.pages().values()
    assert "\n| Kamus | | Kamus. |\n" in guide
    assert "\n| `kop.kamus` | teks, boleh kosong | isian Kamus |\n" in template
