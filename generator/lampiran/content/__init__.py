"""What the annex shows, before any placing: charts, boxes, texts."""
