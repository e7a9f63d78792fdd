"""Two years of one cascade side by side."""
