"""The way out on one page: a sound reading becomes the Word file."""

from __future__ import annotations

from hashlib import sha256

from generator import __version__
from generator.app.berkas import Reading
from generator.findings.finding import Diagnostic, finding
from generator.lampiran import word as pohon
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.matriks import table as matriks
from generator.lampiran.places import annex_pages, marks
from generator.lampiran.sheet import PageGeometry
from generator.lampiran.svg import draw_svg
from generator.naskah.keputusan_cascading.context import make_context
from generator.naskah.keputusan_cascading.model import Bentuk, Decree
from generator.opc import Package, to_bytes
from generator.revision.compare.butir import lineage_of
from generator.revision.stamp import Origin, stamp
from generator.values import Place
from generator.word.render import BrokenTemplateError, Template, render
from generator.word.structure import BrokenDocumentError, check_structure

_DRAWN = {
    Bentuk.POHON: (pohon.draw,),
    Bentuk.MATRIKS: (matriks.draw,),
    Bentuk.KEDUANYA: (pohon.draw, matriks.draw),
}
"""What draws each annex, in order."""


def print_decree(reading: Reading) -> bytes | Diagnostic:
    """Return the Word file of a sound reading, or the fault of the office's own template."""
    printed = render_decree(reading)
    if isinstance(printed, Diagnostic):
        return printed
    assert reading.template is not None
    package = stamp(*printed)
    if faults := check_structure(package):
        if reading.template.is_stock:
            raise BrokenDocumentError(faults)
        return finding("templat-hasil-rusak", Place(reading.template.book), galat="; ".join(faults))
    return to_bytes(package)


def render_decree(reading: Reading) -> tuple[Package, Origin] | Diagnostic:
    """Return the decree of a sound reading before it is stamped, and what it was made from."""
    decree, template = reading.decree, reading.template
    assert decree is not None
    assert template is not None
    try:
        package = _render(reading, decree, template)
    except BrokenTemplateError as error:
        return error.finding
    return package, _origin(reading, decree, template)


def _render(reading: Reading, decree: Decree, template: Template) -> Package:
    """Print the decree with its annexes, each drawn to fit its own pages."""
    colours = decree.identitas.warna_lampiran
    annexes = [
        drawer(reading.cascade, page, colours)
        for drawer, page in zip(
            _DRAWN[decree.identitas.bentuk],
            _annex_pages(reading, decree, template),
            strict=True,
        )
    ]
    return render(template, make_context(decree, annexes, bool(reading.logo)), reading.logo)


def _annex_pages(reading: Reading, decree: Decree, template: Template) -> tuple[PageGeometry, ...]:
    """Print the decree with a mark for each annex, and return the pages of these."""
    count = len(_DRAWN[decree.identitas.bentuk])
    context = make_context(decree, marks(count), bool(reading.logo))
    return annex_pages(render(template, context, reading.logo), count)


def print_svg(reading: Reading, title: str) -> str | Diagnostic:
    """Return the pohon kinerja of a sound reading as SVG, or the fault of the own template."""
    decree, template = reading.decree, reading.template
    assert decree is not None
    assert template is not None
    try:
        page = _annex_pages(reading, decree, template)[0]
    except BrokenTemplateError as error:
        return error.finding
    colours = decree.identitas.warna_lampiran
    return draw_svg(lay_out(reading.cascade, page), page, title, colours)


def _origin(reading: Reading, decree: Decree, template: Template) -> Origin:
    return Origin(
        program=__version__,
        template=template.book,
        template_digest=_digest(template),
        tahun=decree.identitas.tahun.text,
        inputs={book.name: sha256(book.path.read_bytes()).hexdigest() for book in reading.books},
        perangkat_daerah=decree.identitas.perangkat_daerah.text,
        simpul=lineage_of(reading.cascade),
    )


def _digest(template: Template) -> str:
    digest = sha256()
    for name, source in sorted(template.sources.items()):
        digest.update(f"{name}\0{source}\0".encode())
    for name, data in sorted(template.parts.items()):
        digest.update(name.encode() + b"\0" + data)
    return digest.hexdigest()
