"""Documents handed back: what they were made from, what people changed, and what comes next."""
