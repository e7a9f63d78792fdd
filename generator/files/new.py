"""Files put into a user's folder: whole or not at all, and never over what is there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.files.output import make_folder, write_beside


class Outcome(Enum):
    """What became of one file, in words for the user."""

    BARU = "ditulis"
    ADA = "sudah ada, tidak diubah"
    DIPERBARUI = "masih kosong, ditulis ulang dengan daftar Kode Induk yang baru"
    SALINAN = "salinan berisi isian Anda, dengan daftar Kode Induk yang baru"
    TAK_TERSALIN = "tidak dapat disalin; simpan ulang buku ini di Excel, lalu coba lagi"
    GAGAL = "tidak dapat ditulis; tutup dulu berkasnya, atau pilih folder lain"


@dataclass(frozen=True, slots=True)
class Written:
    path: Path
    outcome: Outcome


def write_new(path: Path, content: bytes) -> Written:
    """Write a file, unless there is one of that name."""
    if path.exists():
        return Written(path, Outcome.ADA)
    return write_over(path, content, Outcome.BARU)


def write_over(path: Path, content: bytes, outcome: Outcome) -> Written:
    """Write a file, over an earlier one too; `outcome` holds when the system lets it happen."""
    failed = make_folder(path.parent) or write_beside(path, content)
    return Written(path, Outcome.GAGAL if failed else outcome)
