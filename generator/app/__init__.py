"""The commands, one page each: what a user asks for becomes events and findings."""
