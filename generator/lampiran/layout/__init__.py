"""Where it stands: widths, heights, pages."""
