"""The cascade: one typed tree out of the rows of the books."""
