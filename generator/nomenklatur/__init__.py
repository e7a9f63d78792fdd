"""The official programs, kegiatan and sub kegiatan: packed, looked up, searched, compared."""
