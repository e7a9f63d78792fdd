"""The command `pohon`: the pohon kinerja of a folder as one SVG."""

from __future__ import annotations

from pathlib import Path

from generator.app.berkas import read_folder
from generator.app.cetak import pages_of
from generator.app.outcome import FileWritten, Outcome, What
from generator.app.summary import failed, summary, unmade
from generator.files.output import file_name, make_folder, renewing, write
from generator.files.seal import Seal
from generator.findings.finding import Diagnostic
from generator.lampiran.content.answering import all_answering
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.svg import draw_svg
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING

_SEAL = Seal(b"<!-- sk-cascading ", b" -->\n")


def draw(folder: Path, output: Path, file: Path | None = None) -> Outcome:
    """Draw the sheets that the decree prints: to `file`, else to a name of ours in `output`."""
    berkas = read_folder(folder)
    naskah = berkas.of(KEPUTUSAN_CASCADING)
    if naskah is None:
        return unmade(berkas)
    document = naskah.documents[0]
    pages = pages_of(berkas, naskah, document)
    if isinstance(pages, Diagnostic):
        return unmade(berkas, pages)
    identitas = naskah.model.identitas
    name = file_name(f"Pohon Kinerja {identitas.tahun} {identitas.perangkat_daerah}")
    every_box = identitas.penanggung_jawab_di_kotak
    cascade = all_answering(berkas.cascade) if every_box else berkas.cascade
    pohon = lay_out(cascade, pages[0])
    svg = draw_svg(pohon, pages[0], name, identitas.warna_lampiran)
    target = file or output / f"{name}.svg"
    if failure := make_folder(target.parent):
        return failed(berkas, failure)
    written = write(target, _SEAL.sealed(svg.encode()), renewing(_SEAL.standing))
    if isinstance(written, Diagnostic):
        return failed(berkas, written)
    findings = berkas.findings + ((written.because,) if written.because else ())
    return Outcome(findings, (*summary(berkas, findings), FileWritten(What.GAMBAR, written.path)))
