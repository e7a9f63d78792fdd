"""Files put into a user's folder, each with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.files.output import KEEP, Policy, Written, make_folder, write


class Placement(Enum):
    """What became of one file, in words for the user."""

    BARU = "ditulis"
    ADA = "sudah ada, tidak diubah"
    DIPERBARUI = "masih kosong, ditulis ulang dengan daftar Kode Induk yang baru"
    SALINAN = "salinan berisi isian Anda, dengan daftar Kode Induk yang baru"
    TAK_TERSALIN = "tidak dapat disalin; simpan ulang buku ini di Excel, lalu coba lagi"
    GAGAL = "tidak dapat ditulis; tutup dulu berkasnya, atau pilih folder lain"


@dataclass(frozen=True, slots=True)
class Placed:
    path: Path
    placement: Placement


def place(
    path: Path, content: bytes, placement: Placement = Placement.BARU, policy: Policy = KEEP
) -> Placed:
    """Write a file, and its folder; `placement` is what became of it when it could be written."""
    written = make_folder(path.parent) or write(path, content, policy)
    if not isinstance(written, Written):
        return Placed(path, Placement.GAGAL)
    return Placed(written.path, Placement.ADA if written.kept else placement)
