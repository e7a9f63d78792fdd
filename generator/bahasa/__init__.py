"""Indonesian: numbers, dates and names in words, spelling, years in a text."""
