"""One file on disk becomes raw sheets: is it a sound workbook, and what stands in its cells."""
