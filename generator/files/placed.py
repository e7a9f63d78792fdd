"""Files put into a user's folder, each with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.files.output import KEEP, Policy, Written, make_folder, write
from generator.findings.finding import Diagnostic


class Placement(Enum):
    """What became of one file, in words for the user."""

    BARU = "ditulis"
    ADA = "sudah ada, tidak diubah"
    DIPERBARUI = "masih kosong, ditulis ulang dengan daftar pilihan yang baru"
    SALINAN = "salinan berisi isian Anda, dengan daftar pilihan yang baru"
    DIISI = "ditulis, berisi program, kegiatan, dan sub kegiatan resmi"
    USULAN = "usulan dari tabel resmi; buku Anda sudah berisi dan tidak diubah"
    DITERIMA = "diganti dengan salinannya; yang lama ada di hasil-periksa/cadangan"
    TAK_TERSALIN = "tidak dapat disalin; simpan ulang buku ini di Excel, lalu coba lagi"
    GAGAL = "tidak dapat ditulis"


@dataclass(frozen=True, slots=True)
class Placed:
    """A file with what became of it; `because` says why it could not be written."""

    path: Path
    placement: Placement
    because: Diagnostic | None = None


def place(
    path: Path, content: bytes, placement: Placement = Placement.BARU, policy: Policy = KEEP
) -> Placed:
    """Write a file, and its folder; `placement` is what became of it when it could be written."""
    written = make_folder(path.parent) or write(path, content, policy)
    if not isinstance(written, Written):
        return Placed(path, Placement.GAGAL, written)
    return Placed(written.path, Placement.ADA if written.kept else placement)
