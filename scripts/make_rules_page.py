"""Rewrites docs/kode-pemeriksaan.md from the rules in generator/findings/rules/."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.findings.rule import LAW, rule_tables

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "kode-pemeriksaan.md"

STAGES = {
    "BRK": ("Berkas", "Buku dan berkas lain di dalam folder kerja, dan tempat hasil ditulis."),
    "LBR": ("Lembar", "Lembar-lembar di dalam sebuah buku."),
    "KOL": ("Kolom", "Judul kolom pada baris pertama sebuah lembar."),
    "SEL": ("Sel", "Isi satu sel."),
    "PHN": ("Pohon", "Kode, Kode Induk, dan jenjang; kewajaran sasaran, indikator, dan target."),
    "NOM": (
        "Nomenklatur",
        "Kode dan nama resmi program, kegiatan, dan sub kegiatan, dan tabel yang memuatnya.",
    ),
    "PJK": (
        "Perjanjian kinerja",
        "Buku pejabat: jabatan, atasan, anggaran, dan tanggal perjanjian.",
    ),
    "IKU": ("Keputusan IKU", "Indikator kinerja utama dan cara menghitungnya."),
    "NSK": (
        "Naskah",
        "Naskah Word yang dikembalikan ke program, dan buku yang memuatnya.",
    ),
    "DOK": ("Dokumen", "Buku keputusan, templat Word, logo, dan keputusan yang dibuat."),
}
"""By the letters a code begins with: the heading of its part of the page, and what it covers."""

WEIGHTS = {
    "Salah": "Harus dibetulkan. Selama masih ada, keputusan tidak dibuat.",
    "Periksa": "Perlu dilihat. Keputusan tetap dibuat.",
    "Catatan": "Sekadar pemberitahuan. Hanya tampil dengan pilihan `--semua`.",
}

INTRO = """\
# Kode pemeriksaan

<!-- Dibuat oleh scripts/make_rules_page.py dari temuan program; jangan disunting di sini. -->

Setiap temuan `sk-cascading` diawali sebuah kode, misalnya `[SEL-02]`. Cari kodenya di halaman ini
untuk membaca sebab dan cara memperbaikinya. Kode tidak pernah berganti arti.
"""

LIMITS = """\
## Yang tidak dapat diketahui program

Temuan program tidak menggantikan mata rekan yang teliti. Pada keputusan tahun 2022, misalnya:

- Indikator yang tidak cocok dengan kegiatannya: "Jumlah Izin Perceraian yang diProses" pada
  Penyusunan Rencana Kebutuhan, Jenis dan Jumlah Jabatan.
- Indikator tanpa penyumbang, selama kolom Indikator Induk tidak diisi: "Jumlah aparatur yang naik
  pangkat dalam 1 tahun".
- Kata yang benar ejaannya tetapi salah tempat, di luar nama resmi program, kegiatan, dan sub
  kegiatan, dan singkatan yang keliru ("RMD").
- Apakah target cukup menantang, dan apakah sasaran memang dihasilkan kegiatan di bawahnya.
- Peraturan yang tidak ada dalam data program maupun lembar Peraturan: program diam.
"""

Rule = Mapping[str, Any]


def page(rules: Mapping[str, Rule]) -> str:
    """Return the page for the tables of all rules."""
    ordered = sorted(rules.values(), key=lambda rule: rule["kode"])
    index = [
        (f"[{rule['kode']}](#{_anchor(rule)})", rule["tingkat"], _plain(rule["judul"]))
        for stage in STAGES
        for rule in _of(ordered, stage)
    ]
    blocks = [
        INTRO,
        _table(("Tingkat", "Artinya"), WEIGHTS.items()),
        "## Daftar\n",
        _table(("Kode", "Tingkat", "Temuan"), index),
    ]
    for stage, (heading, covers) in STAGES.items():
        blocks.append(f"## {heading}\n\n{covers}\n")
        blocks += [_paragraph(rule) for rule in _of(ordered, stage)]
    return "\n".join([*blocks, LIMITS])


def _of(rules: list[Rule], stage: str) -> Iterator[Rule]:
    return (rule for rule in rules if rule["kode"].startswith(f"{stage}-"))


def _heading(rule: Rule) -> str:
    return f"{rule['kode']} {rule['judul']}"


def _anchor(rule: Rule) -> str:
    """Return the name GitHub gives the heading of a rule."""
    return re.sub(r"[^\w -]", "", _heading(rule).lower()).replace(" ", "-")


def _paragraph(rule: Rule) -> str:
    facts = {"juga": "", **rule.get("fakta", {})}
    parts = [
        f"### {_plain(_heading(rule))}\n",
        f"**{rule['tingkat']}.** {_plain(rule['sebab'])}\n",
        f"- Contoh: {_plain(rule['contoh'])}",
        f"- Pesan: *{_plain(rule['pesan'].format_map(facts))}*",
        f"- Cara memperbaiki: {_plain(rule['saran'].format_map(facts))}",
    ]
    if butir := rule.get("butir"):
        parts.append(f"- Dasar: butir {_plain(butir)} {LAW}")
    return "\n".join(parts) + "\n"


def _table(headings: tuple[str, ...], rows: Any) -> str:
    lines = [headings, ("---",) * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def _plain(text: str) -> str:
    """Return the text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*<|\[\]~]|\b_|_\b)", r"\\\1", " ".join(text.split()))


def main() -> int:
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(rule_tables()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
