"""The way out on one page: a document of a sound reading becomes a Word file."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from generator import __version__
from generator.app.berkas import Berkas, Naskah
from generator.findings.finding import Diagnostic, finding
from generator.lampiran.paper import annex_pages, marks
from generator.lampiran.sheet import PageGeometry
from generator.naskah.kind import Document
from generator.opc.parts import to_bytes
from generator.revision.compare.butir import lineage_of
from generator.revision.stamp import Origin, stamp
from generator.values import Place
from generator.word.described import described
from generator.word.render import BrokenTemplateError, Package, Template, render
from generator.word.structure import BrokenDocumentError, check_structure


def print_document(berkas: Berkas, naskah: Naskah[Any], document: Document) -> bytes | Diagnostic:
    """Return the Word file of a document, or the fault of the office's own template."""
    printed = render_document(berkas, naskah, document)
    if isinstance(printed, Diagnostic):
        return printed
    package = stamp(*printed)
    if faults := check_structure(package):
        if naskah.template.is_stock:
            raise BrokenDocumentError(faults)
        place = Place(naskah.template.book)
        return finding("templat-hasil-rusak", place, galat="; ".join(faults))
    return to_bytes(package.parts)


def render_document(
    berkas: Berkas, naskah: Naskah[Any], document: Document
) -> tuple[Package, Origin] | Diagnostic:
    """Return a document before it is stamped, and what it was made from."""
    pages = pages_of(berkas, naskah, document)
    if isinstance(pages, Diagnostic):
        return pages
    annexes = [draw(page) for draw, page in zip(document.annexes, pages, strict=True)]
    context = document.context(annexes, bool(berkas.logo))
    try:
        package = render(naskah.template, context, berkas.logo)
    except BrokenTemplateError as error:
        return error.finding
    title = document.title or f"{naskah.kind.title} {document.perangkat_daerah} {document.tahun}"
    package = described(package, naskah.template, title, document.perangkat_daerah)
    return package, _origin(berkas, naskah, document)


def pages_of(
    berkas: Berkas, naskah: Naskah[Any], document: Document
) -> tuple[PageGeometry, ...] | Diagnostic:
    """Print a document with a mark for each annex, and return the pages of these."""
    count = len(document.annexes)
    if not count:
        return ()
    context = document.context(marks(count), bool(berkas.logo))
    try:
        return annex_pages(render(naskah.template, context, berkas.logo), count)
    except BrokenTemplateError as error:
        return error.finding


def _origin(berkas: Berkas, naskah: Naskah[Any], document: Document) -> Origin:
    return Origin(
        program=__version__,
        template=naskah.template.book,
        template_digest=_digest(naskah.template),
        tahun=document.tahun,
        inputs={book.name: book.digest for book in berkas.books},
        perangkat_daerah=document.perangkat_daerah,
        simpul=lineage_of(berkas.cascade),
        kind=naskah.kind.key,
        key=document.key,
    )


def _digest(template: Template) -> str:
    digest = sha256()
    for name, source in sorted(template.sources.items()):
        digest.update(f"{name}\0{source}\0".encode())
    for name, data in sorted(template.parts.items()):
        digest.update(name.encode() + b"\0" + data)
    return digest.hexdigest()
