"""What an experienced planner would remark on a sound tree, by topic."""
