"""Packages as Office writes them, .xlsx and .docx alike: zips, XML, relations, content types."""
