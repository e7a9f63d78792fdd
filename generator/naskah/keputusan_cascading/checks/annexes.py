"""Whether the first diktum names as many annexes as will print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.model import Bentuk, Decree

_NUMBER = r"[IVX]+\b"
_NAMED = re.compile(
    rf"\blampiran\b((?:[\s,]+(?:(?:dan|serta|lampiran)\s+)*(?-i:{_NUMBER}))*)", re.I
)


def check_named_annexes(decree: Decree) -> Iterator[Diagnostic]:
    """Find a KESATU that names other annexes than the setting Lampiran prints."""
    if not decree.diktum:
        return
    kesatu = decree.diktum[0]
    mentions = [re.findall(_NUMBER, found[1]) for found in _NAMED.finditer(kesatu.text)]
    if not mentions:
        return
    named = len({number for numbers in mentions for number in numbers}) or 1
    bentuk = decree.identitas.bentuk
    printed = 2 if bentuk is Bentuk.KEDUANYA else 1
    if named != printed:
        yield finding(
            "kesatu-lain-lampiran",
            kesatu.place,
            disebut=named,
            tercetak=printed,
            bentuk=bentuk.value,
        )
