"""The other form of annex: one table from sasaran to sub kegiatan."""
