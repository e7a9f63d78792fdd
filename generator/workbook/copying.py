"""The copies that `periksa` writes when asked, and what it tells the clerk to do with them.

What writes them is imported only then, since `buat` and a plain `periksa` do without.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Diagnostic, worst_first
from generator.output import Written
from generator.workbook.raw import RawBook
from generator.workbook.texts import cell_texts

_MARKED = (
    "Buka salinan itu: setiap temuan berwarna dan berkomentar di selnya. Betulkan di sana, simpan, "
    "lalu pindahkan ke folder kerja menggantikan bukunya."
)
_PROPOSED = (
    "Buka salinan itu dan lihat yang diubah. Bila setuju, pindahkan ke folder kerja menggantikan "
    "bukunya, lalu periksa lagi."
)


def write_copies(
    books: Sequence[RawBook], findings: Sequence[Diagnostic], *, tandai: bool, usulkan: bool
) -> tuple[list[str], list[Diagnostic]]:
    """Write the copies asked for; return lines for the clerk, and what prevented a copy."""
    lines: list[str] = []
    prevented: list[Diagnostic] = []

    def tell(
        copies: Sequence[Written | Diagnostic], what: str, next_step: str, nothing: str
    ) -> None:
        paths = [one.path for one in copies if isinstance(one, Written)]
        lines.extend(f"{what}: {path}" for path in paths)
        lines.extend([next_step] if paths else [] if copies else [nothing])
        reasons = [one.because if isinstance(one, Written) else one for one in copies]
        prevented.extend(one for one in reasons if one)

    if tandai:
        from generator.workbook.annotate import write_marked

        marked = write_marked(books, worst_first(findings))
        tell(marked, "Salinan bertanda", _MARKED, "Tidak ada yang perlu ditandai.")
    if usulkan:
        from generator.workbook.propose import write_proposed

        proposed = write_proposed(books, worst_first(findings), cell_texts(books))
        nothing = "Tidak ada yang dapat dibetulkan dengan sendirinya."
        tell(proposed, "Salinan usulan", _PROPOSED, nothing)
    elif certain := sum(bool(one.edits) for one in findings):
        lines.append(
            f"{certain} temuan sudah pasti cara membetulkannya; --usulkan menulis salinan yang "
            "sudah dibetulkan."
        )
    return lines, prevented
