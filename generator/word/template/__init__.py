"""Templates: what they may say, what is wrong in them, and how they are opened."""
