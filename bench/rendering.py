"""One template and its content for three engines, and the two that are Python.

The same table of sasaran, indikator and target in each; a rendering takes the template's bytes
and the values and gives the bytes of the .docx.

Usage: rendering.py sk-cascading|docxtpl TEMPLATE ROWS OUTPUT
renders until warm, writes OUTPUT, then measures once for each line of standard input and prints
the seconds a rendering took.
"""

from __future__ import annotations

import gc
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

WARM_UP = 1.5
"""Seconds of rendering before anything is measured, for engines that compile as they go."""

AT_LEAST = 0.5
"""Seconds one measurement takes: small renderings are repeated and their mean is the figure."""


def write_template(path: Path, *, docxtemplater: bool) -> None:
    """Write the Word template with the tags of docxtpl, or those of docxtemplater."""
    from docx import Document

    document = Document()
    table = document.add_table(0, 3, style="Table Grid")
    fields = ("sasaran", "indikator", "target")
    if docxtemplater:
        rows = [["{#daftar}{sasaran}", "{indikator}", "{target}{/daftar}"]]
    else:
        tags = [f"{{{{ baris.{field} }}}}" for field in fields]
        rows = [["{%tr for baris in daftar %}"], tags, ["{%tr endfor %}"]]
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=False):
            cell.text = text
    document.save(str(path))


def texts(n: int) -> list[dict[str, str]]:
    """Return n rows; docxtemplater.mjs makes the same."""
    return [
        {
            "sasaran": f"Meningkatnya kualitas layanan kepegawaian & diklat {i}",
            "indikator": f"Persentase aparatur yang mengikuti pendidikan dan pelatihan {i}",
            "target": f"{i % 100},5%",
        }
        for i in range(n)
    ]


def with_docxtpl(template: bytes, n: int) -> Callable[[], bytes]:
    from docxtpl import DocxTemplate

    rows = texts(n)

    def render() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render({"daftar": rows}, autoescape=True)
        output = io.BytesIO()
        document.save(output)
        return output.getvalue()

    return render


def with_sk_cascading(template: bytes, n: int) -> Callable[[], bytes]:
    """Compile once, as the stock template is, and anchor every value, as in a decree."""
    from generator.opc.parts import read_parts, to_bytes
    from generator.values import Isian, Place
    from generator.word.compile import compile_source, patch
    from generator.word.render import Template, render
    from generator.word.wordml import DOCUMENT

    parts = read_parts(template)
    source = compile_source(patch(parts.pop(DOCUMENT).decode()))
    compiled = Template("bench.docx", parts, {DOCUMENT: source}, is_stock=True)
    rows = [
        {
            field: Isian(text, text, Place("eselon-4.xlsx", "Sub Kegiatan", i), (str(i), field))
            for field, text in row.items()
        }
        for i, row in enumerate(texts(n), start=2)
    ]
    return lambda: to_bytes(render(compiled, {"daftar": rows}).parts)


ENGINES = {"sk-cascading": with_sk_cascading, "docxtpl": with_docxtpl}


def main(engine: str, template: str, n: str, output: str) -> None:
    render = ENGINES[engine](Path(template).read_bytes(), int(n))
    start = time.perf_counter()
    while time.perf_counter() < start + WARM_UP:
        Path(output).write_bytes(render())
    print("warm", flush=True)
    for _ in sys.stdin:
        gc.collect()
        gc.disable()  # while the clock runs, as timeit does
        times, start = 0, time.perf_counter()
        while not times or time.perf_counter() < start + AT_LEAST:
            render()
            times += 1
        print((time.perf_counter() - start) / times, flush=True)
        gc.enable()


if __name__ == "__main__":
    main(*sys.argv[1:])
