"""Sound decrees of ten authorities: each changes, repeals and sets, with one annex or two."""

from __future__ import annotations

import random
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT
from tests.support.sheets import workbook
from tests.support.sound_decrees import BULAN, VOCABULARY, cited, column
from tests.support.sound_trees import make_tree

_DATA = tomllib.loads((ROOT / "tests/data/keputusan-baik.toml").read_text(encoding="utf-8"))
DECREES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    f"{penetap['nama']}: {isi['nama']}": (penetap, isi)
    for penetap, isi in product(_DATA["penetap"], _DATA["isi"])
}


def write_decree(folder: Path, name: str) -> Path:
    """Write the books of the decree of this name into `folder`, over a tree of its own."""
    penetap, isi = DECREES[name]
    number = [*DECREES].index(name)
    tree = make_tree(
        random.Random(number),
        VOCABULARY["pohon"],
        penetap["wilayah"].split()[0],
        penetap["disebut"],
    )
    sheets = {
        "Identitas": _identitas(penetap, isi, number),
        "Menimbang": column(_menimbang(penetap, isi)),
        "Mengingat": column(f"{text};" for text in _mengingat(penetap, isi)),
        "Diktum": column(_filled(text, penetap) for text in isi["diktum"]),
        "Tembusan": column(penetap["tembusan"]),
        "Jenjang": tree.jenjang(penetap["kepala_daerah"]),
    }
    for kind, tables in {"keputusan": sheets, **tree.sheets()}.items():
        workbook(kind, tables).save(folder / f"{kind}.xlsx")
    return folder


def _identitas(penetap: dict[str, Any], isi: dict[str, Any], number: int) -> str:
    jabatan = penetap["jabatan"].replace("\n", "\\n")
    judul = _filled(isi["judul"], penetap).upper().replace("{TAHUN}", "{tahun}")
    hari = isi["hari"]
    keys = {
        "Pemerintah": f"PEMERINTAH {penetap['wilayah'].upper()}",
        "Perangkat Daerah": penetap["kantor"],
        "Kop": penetap.get("kop", penetap["kantor"].upper()),
        "Alamat": "Jalan Kenanga Nomor 21",
        "Jabatan pada Judul": jabatan,
        "Nomor": penetap["nomor"].format(number + 7).replace("2026", str(hari.year)),
        "Tentang": judul,
        "Tahun": str(isi["tahun"]),
        "Jabatan Pembuka": f"{jabatan},",
        "Menetapkan": f"KEPUTUSAN {penetap['disebut'].upper()} TENTANG {judul}.",
        "Tempat": penetap["tempat"],
        "Tanggal": f"{hari.day} {BULAN[hari.month - 1]} {hari.year}",
        "Jabatan Penandatangan": f"{jabatan},",
        "Nama Penandatangan": "NAMA PEJABAT",
        "Nama Tanpa Gelar": "NAMA PEJABAT",
        "Gelar pada Nama": "Tidak",
        "Pangkat dan NIP": "Tidak",
        "Lampiran": isi["lampiran"],
    }
    return "\n".join(("| Isian | Isi |", *(f"| {key} | {text} |" for key, text in keys.items())))


def _menimbang(penetap: dict[str, Any], isi: dict[str, Any]) -> list[str]:
    reasons = [_filled(text, penetap) for text in isi["menimbang"]]
    named = " dan ".join(f"huruf {letter}" for letter in "ab"[: len(reasons)])
    return [
        *reasons,
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {named}, perlu menetapkan "
        f"Keputusan {penetap['disebut']} tentang {_filled(isi['judul'], penetap)};",
    ]


def _mengingat(penetap: dict[str, Any], isi: dict[str, Any]) -> list[str]:
    national = [cited(name, isi["hari"]).removesuffix(";") for name in penetap["nasional"]]
    return [*national, *penetap["daerah_sendiri"]]


def _filled(text: str, penetap: dict[str, Any]) -> str:
    for name in ("sebab", "tambahan", "disebut", "kantor"):
        text = text.replace(f"<{name}>", penetap[name])
    return text
