"""Rewrites the tables of docs that follow from the keys of sheet Identitas.

What the guide says of a key stays as it is written there; a new key gets its help.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.naskah.keputusan_cascading.form import FORM
from generator.schema.keputusan import IDENTITAS
from generator.schema.types import Key
from generator.word.names import leaves

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "panduan-pengguna.md"
TEMPLATE = ROOT / "docs" / "template-word.md"
KEYS_HEAD = "| Isian | | Diisi dengan |"
NAMES_HEAD = "| Nama | Jenis | Isi |"

OTHERS: Mapping[str, str] = {
    "kop.logo": "ya bila ada `logo.png` di folder kerja",
    "menimbang[]": "butir pertimbangan, tanpa hurufnya",
    "mengingat[]": "dasar hukum, tanpa angkanya",
    "diktum[].nama": "KESATU, KEDUA, …",
    "diktum[].isi": "bunyi diktum",
    "tembusan[]": "penerima tembusan",
    "daftar_lampiran[].nomor": "I, II, … bila lampiran lebih dari satu",
    "daftar_lampiran[].isi": "tabel lampiran, dibuat oleh program",
}
"""What names that are no keys stand for."""

WHERE: Mapping[str, str] = {
    "penandatangan.": "bila menurut Identitas dicetak di batang tubuh",
    "daftar_lampiran[].": "bila dicetak di lampiran",
}
"""When a key prints here that has more than one name, by how the name begins."""


def pages() -> dict[Path, str]:
    """Return the pages with their tables made anew."""
    return {
        GUIDE: _with_table(GUIDE, KEYS_HEAD, _keys),
        TEMPLATE: _with_table(TEMPLATE, NAMES_HEAD, _names),
    }


def _with_table(
    page: Path, head: str, rows: Callable[[Mapping[str, str]], Iterator[Sequence[str]]]
) -> str:
    """Return a page with the rows of a table made anew of what they say last, by their first."""
    text = page.read_text(encoding="utf-8")
    table = re.compile(rf"({re.escape(head)}\n\|[-|]+\n)((?:\|[^\n]*\n)+)")
    (old,) = (found[2] for found in table.finditer(text))
    cells = [[cell.strip() for cell in line[1:-1].split("|")] for line in old.splitlines()]
    said = {row[0]: row[-1] for row in cells}
    lines = "".join(re.sub(" +", " ", f"| {' | '.join(row)} |\n") for row in rows(said))
    return table.sub(lambda found: found[1] + lines, text)


def _keys(said: Mapping[str, str]) -> Iterator[Sequence[str]]:
    for key in IDENTITAS.keys:
        yield key.name, "●" if key.required else "", said.get(key.name) or _about(key)


def _about(key: Key) -> str:
    about = re.sub(r"(\{\w+\})", r"`\1`", key.help)
    return f"{about} Pilihan: {', '.join(key.choices)}." if key.choices else about


def _names(_: Mapping[str, str]) -> Iterator[Sequence[str]]:
    for path, jenis in leaves(FORM.names):
        yield f"`{path}`", jenis.value, OTHERS.get(path) or _printed(path)


def _printed(path: str) -> str:
    tag = path.removesuffix("[]")
    keys = [key for key in IDENTITAS.keys if tag in key.tags]
    text = f"isian {' atau '.join(key.name for key in keys)}"
    if all(key.lines for key in keys):
        text += ", baris demi baris"
    if len(keys[0].tags) > 1:
        text += next((f", {when}" for start, when in WHERE.items() if path.startswith(start)), "")
    return text


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
