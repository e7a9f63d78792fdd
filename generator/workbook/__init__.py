"""The workbooks: reading, reshaping into tables, and writing blank ones."""
