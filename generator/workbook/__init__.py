"""Excel: books read, made, marked and renewed."""
