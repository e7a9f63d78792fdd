"""What the whole program makes is sound Word: by our own check and by two outside judges."""

import struct
import zlib
from pathlib import Path

import pytest

from generator.app.buat import make
from generator.opc.parts import read_parts, to_bytes
from generator.revision.stamp import Stamp, is_untouched, read_stamp
from generator.word.render import Package
from generator.word.structure import check_structure
from tests.support.paths import ROOT
from tests.support.sheets import IDENTITAS, write_folder
from tests.support.validators import openxml_audit, sdk_validate

EXAMPLE = ROOT / "input_templates" / "contoh-bkpsdm-2022"

FULL_IDENTITAS = f"""
    {IDENTITAS.strip()}
    | Kop              | DAN PENGEMBANGAN SDM          |
    | Alamat           | Jalan A Nomor 1\\nTelepon 123  |
    | Kota Kop         | KUALA TUNGKAL                 |
    | Kode Pos         | 36511                         |
    | Laman            | www.contoh.go.id              |
    | Surel            | surel@contoh.go.id            |
    | Nomor            | 28/BKPSDM/2022                |
    | Tanggal          | 03 Januari 2022               |
    | Pangkat          | Pembina Utama Muda            |
    | NIP              | 999999999999999999            |
    | Pangkat dan NIP  | Keduanya                      |
    | Judul Lampiran   | CASCADING\\nTAHUN {{tahun}}     |
"""
FULL = {
    "keputusan": {
        "Identitas": FULL_IDENTITAS,
        "Tembusan": "| Isi |\n| Bupati |\n| Inspektur |",
        "Diktum": "| Isi |\n" + "| Diktum. |\n" * 20,
    },
    "eselon-2": {
        "Kinerja Daerah": """
            | Kode | Sasaran Daerah | Indikator | Target | Satuan |
            | D1   | Meningkatnya A | Indeks A  | 80     | Indeks |
        """,
    },
    "eselon-3": {
        "Program": """
            | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Satuan |
            | S1         | P1   | Program A | Meningkatnya B  | Jumlah    | 120    | Orang  |
            |            |      |           |                 | Nilai     | BB     |        |
            | S1         | P2   | Program A | Meningkatnya D  | Jumlah    | 5      | Orang  |
        """,
    },
}
PROGRAM_HEAD = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan |"
HOSTILE = ("{{ 7*7 }}", "{% if x %}", "</w:p><w:p>", "&amp; <&>", "a\\nb", "  =CMD()  ", "𝄞 é \\t")
ODD = {
    "keputusan": {
        "Menimbang": "| Isi |\n" + "\n".join(f"| bahwa {text}; |" for text in HOSTILE),
        "Tembusan": "| Isi |\n" + "\n".join(f"| {text} |" for text in HOSTILE),
    },
    "eselon-3": {
        "Program": "\n".join(
            (
                PROGRAM_HEAD,
                *(
                    f"| S1 | P{number} | {text} | {text} | {text} | 1 | Orang |"
                    for number, text in enumerate(HOSTILE, start=1)
                ),
            )
        )
    },
}


def png(width: int, height: int) -> bytes:
    """Return a white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * 3 * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def decrees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The decree of the example, the least, the fullest, and one of hostile texts."""
    root = tmp_path_factory.mktemp("keputusan")
    folders = {"contoh": EXAMPLE}
    for name, changes in (("sedikit", {}), ("penuh", FULL), ("aneh", ODD)):
        folders[name] = root / f"berkas-{name}"
        folders[name].mkdir()
        write_folder(folders[name], changes)
    (folders["penuh"] / "logo.png").write_bytes(png(40, 60))
    made = {}
    for name, folder in folders.items():
        output = root / name
        outcome = make(folder, output)
        assert outcome.exit_code == 0, outcome.findings
        (made[name],) = output.glob("*.docx")
    return made


NAMES = ("contoh", "sedikit", "penuh", "aneh")


@pytest.mark.parametrize("name", NAMES)
def test_structure_is_sound(decrees: dict[str, Path], name: str) -> None:
    assert check_structure(Package(read_parts(decrees[name]))) == []


@pytest.mark.parametrize("name", NAMES)
def test_openxml_audit_finds_nothing(decrees: dict[str, Path], name: str) -> None:
    assert openxml_audit(decrees[name]) == []


@pytest.mark.requires("sdk")
def test_open_xml_sdk_finds_nothing(decrees: dict[str, Path]) -> None:
    assert sdk_validate(list(decrees.values())) == []


@pytest.mark.parametrize("name", NAMES)
def test_decree_carries_itself(decrees: dict[str, Path], name: str) -> None:
    found = read_stamp(decrees[name])

    assert isinstance(found, Stamp)
    assert is_untouched(decrees[name])
    assert check_structure(Package(read_parts(found.base))) == []


def test_every_part_is_written_the_same_way_twice(decrees: dict[str, Path], tmp_path: Path) -> None:
    make(EXAMPLE, tmp_path)

    (again,) = tmp_path.glob("*.docx")
    assert again.read_bytes() == decrees["contoh"].read_bytes()
    assert to_bytes(read_parts(again)) == again.read_bytes()
