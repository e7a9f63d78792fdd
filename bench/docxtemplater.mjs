// The rendering of rendering.py with docxtemplater: same rows, same protocol.
// Usage: docxtemplater.mjs TEMPLATE ROWS OUTPUT
import { readFileSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

const WARM_UP = 1500;
const AT_LEAST = 500;
const [template, rows, output] = process.argv.slice(2);
const content = readFileSync(template);
const daftar = Array.from({ length: Number(rows) }, (_, i) => ({
  sasaran: `Meningkatnya kualitas layanan kepegawaian & diklat ${i}`,
  indikator: `Persentase aparatur yang mengikuti pendidikan dan pelatihan ${i}`,
  target: `${i % 100},5%`,
}));

function render() {
  const document = new Docxtemplater(new PizZip(content));
  document.render({ daftar });
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const begin = performance.now();
while (performance.now() < begin + WARM_UP) writeFileSync(output, render());
console.log("warm");
for await (const _ of createInterface({ input: process.stdin })) {
  const start = performance.now();
  let times = 0;
  do {
    render();
    times += 1;
  } while (performance.now() < start + AT_LEAST);
  console.log((performance.now() - start) / times / 1000);
}
