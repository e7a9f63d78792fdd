"""What is said of a user's data: rules, findings, certain cures, what an office lets stand."""
