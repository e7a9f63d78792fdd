"""Files where users keep theirs: written whole or not at all, and LibreOffice."""
