"""Books, sheets, columns and keys, declared once."""
