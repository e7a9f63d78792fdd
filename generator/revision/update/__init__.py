"""Changed data entered into an edited document, as tracked changes."""
