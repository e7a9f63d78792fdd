"""Books that go on: next year's, and those whose choices have changed."""
