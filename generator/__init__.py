"""Excel workbooks of an Indonesian government office in, its cascading decree out as Word."""

__version__ = "0.1.0"
