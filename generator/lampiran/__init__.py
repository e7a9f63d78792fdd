"""The annex: the cascade as Word tables."""
