"""What a decree knows of itself."""
