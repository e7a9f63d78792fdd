"""What the Word template of one kind of document may say, and what it has to bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from generator.opc.parts import read_parts
from generator.word.compile import place_logo
from generator.word.names import Isi
from generator.word.render import Template
from generator.word.wordml import DOCUMENT


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """The contract between a kind of document and its Word template.

    `names` are all names that tags may use; `styles` the paragraph styles that block content
    relies on, each with what prints with it (Indonesian); `numbered` the lists ("menimbang[]")
    whose paragraphs Word numbers. The template that comes with the program is
    `template/<stock>.docx` in `package`, with what the compile step made of it beside it.
    """

    package: str
    stock: str
    names: Mapping[str, Isi]
    styles: Mapping[str, str]
    numbered: tuple[str, ...] = ()

    @property
    def stock_name(self) -> str:
        """What stamps and findings call the template that comes with the program."""
        return f"{self.stock}.docx"

    def stock_file(self) -> bytes:
        """Return the Word template that comes with the program."""
        return self._shipped(self.stock_name)

    def stock_source(self) -> str:
        """Return the Jinja source that the compile step made of its document part."""
        return self._shipped(f"{self.stock}.jinja").decode()

    def _shipped(self, name: str) -> bytes:
        return (files(self.package) / "template" / name).read_bytes()


def stock_template(form: TemplateForm) -> Template:
    """Return the template that comes with the program, without compiling it anew."""
    parts = read_parts(form.stock_file())
    _, logos = place_logo(DOCUMENT, parts.pop(DOCUMENT).decode(), 0)
    sources = {DOCUMENT: form.stock_source()}
    return Template(form.stock_name, parts, sources, logos, is_stock=True)
