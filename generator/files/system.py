"""What the system says of a name: what it is, and in the user's words why it is refused."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

_REASONS = {
    errno.ENOENT: "tidak ada",
    errno.ESTALE: "tidak ada lagi",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempatnya hanya dapat dibaca",
    errno.EISDIR: "itu sebuah folder",
    errno.ENODEV: "bukan berkas biasa",
    errno.ENOTDIR: "sebagian alamatnya bukan folder",
    errno.EEXIST: "nama itu sudah dipakai",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
    errno.EILSEQ: "namanya memuat karakter yang tidak dikenal sistem",
    errno.EINVAL: "namanya tidak diterima sistem",
    errno.ENOSPC: "diska penuh",
    errno.EDQUOT: "jatah diska habis",
    errno.EFBIG: "berkasnya melampaui batas ukuran",
    errno.EBUSY: "sedang dipakai",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "gangguan pada diska atau jaringan",
    errno.ENETDOWN: "jaringan terputus",
    errno.EHOSTDOWN: "jaringan terputus",
    errno.ETIMEDOUT: "jaringan tidak menjawab",
}


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name, as far as one may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_special(path: Path) -> bool:
    """Whether the name is that of a pipe, a device or the like."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def reason(error: OSError | ValueError) -> str:
    """Say in Indonesian why the system refused; the system itself says it in English."""
    if isinstance(error, ValueError):  # a NUL in the name
        return _REASONS[errno.EINVAL]
    return _REASONS.get(error.errno or 0, f"galat sistem nomor {error.errno or 0}")
