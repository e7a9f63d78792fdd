"""What a legal drafter would remark on a decree, by topic."""
